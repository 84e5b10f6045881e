import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { account, passwordReset } from '@/db/schema';
import { hashPassword, verifyNobody, verifyPassword } from '@/lib/auth/password';
import { RESET_CODE_MISSES } from '@/lib/domain/account-limits';
import { type ResetPasswordInput, usernameSchema } from '@/lib/domain/credentials';
import { err, ok, type Result } from '@/lib/errors';
import { writeAudit } from '../audit/write-audit';
import type { Ctx, TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { resetFailureKeys } from '../throttle/failure-keys';
import { isThrottled } from '../throttle/is-throttled';
import { recordFailure } from '../throttle/record-failure';

type ResetError = 'RESET_CODE_WRONG' | 'THROTTLED';

interface OpenReset {
  readonly id: number;
  readonly accountId: number;
  readonly codeHash: string;
}

/**
 * Sets a new password with the code that was sent to the bound WeChat, and ends every session. An unknown name, a wrong
 * code and one that is over take the same time and get the same answer. `address`: where the request came from.
 */
export async function resetPassword(
  ctx: Ctx,
  input: ResetPasswordInput & { readonly address: string },
): Promise<Result<null, ResetError>> {
  const keys = resetFailureKeys(input.username, input.address);
  if (await isThrottled(ctx, keys)) return err('THROTTLED');
  const open = await takeGuess(ctx, input.username);
  const isRight = await (open ? verifyPassword(open.codeHash, input.code) : verifyNobody(input.code));
  if (!open || !isRight) {
    const counted = await recordFailure(ctx, keys);
    return counted === 'throttled' ? err('THROTTLED') : err('RESET_CODE_WRONG', { field: 'code' });
  }
  const passwordHash = await hashPassword(input.newPassword);
  const isDone = await ctx.db.transaction((tx) => setPassword({ ...ctx, db: tx }, open, passwordHash));
  return isDone ? ok(null) : err('RESET_CODE_WRONG', { field: 'code' });
}

/** Counted before the code is looked at: parallel guesses are no more than slow ones. */
async function takeGuess({ db, now }: Ctx, typed: string): Promise<OpenReset | null> {
  const username = usernameSchema.safeParse(typed);
  if (!username.success) return null;
  const [guess] = await db
    .update(passwordReset)
    .set({ misses: sql`${passwordReset.misses} + 1` })
    .from(account)
    .where(
      and(
        eq(account.id, passwordReset.accountId),
        eq(sql`lower(${account.username})`, username.data.toLowerCase()),
        isNull(account.disabledAt),
        isOpen(now),
        lt(passwordReset.misses, RESET_CODE_MISSES),
      ),
    )
    .returning({ id: passwordReset.id, accountId: passwordReset.accountId, codeHash: passwordReset.codeHash });
  return guess ?? null;
}

/** False: the code was used, replaced or over meanwhile, or the account disabled. */
async function setPassword(ctx: TxCtx, { id, accountId }: OpenReset, passwordHash: string): Promise<boolean> {
  const { db, now } = ctx;
  await lockAccount(db, accountId);
  const used = await db
    .update(passwordReset)
    .set({ usedAt: now })
    .where(and(eq(passwordReset.id, id), isOpen(now)))
    .returning({ id: passwordReset.id });
  if (used.length === 0) return false;
  const changed = await db
    .update(account)
    .set({ passwordHash, sessionVersion: sql`${account.sessionVersion} + 1` })
    .where(and(eq(account.id, accountId), isNull(account.disabledAt)))
    .returning({ id: account.id });
  if (changed.length === 0) return false;
  await writeAudit(ctx, {
    action: 'account.reset-password',
    subjectKind: 'account',
    subjectId: accountId,
    before: null,
    after: null,
  });
  return true;
}

const isOpen = (now: Date) => and(isNull(passwordReset.usedAt), gt(passwordReset.expiresAt, now));
