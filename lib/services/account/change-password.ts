import { and, eq, isNull, sql } from 'drizzle-orm';
import { account } from '@/db/schema';
import { hashPassword, verifyPassword } from '@/lib/auth/password';
import type { ChangePasswordInput } from '@/lib/domain/credentials';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { passwordFailureKeys } from '../throttle/failure-keys';
import { isThrottled } from '../throttle/is-throttled';
import { recordFailure } from '../throttle/record-failure';

/**
 * Sets a new password in the place of one (the first one is set-first-password's) and ends every session of the account, the caller's own too: the caller begins a new one.
 * Guesses at the current password count with those at sign-in.
 */
export async function changePassword(
  ctx: AccountCtx,
  input: ChangePasswordInput & { readonly address: string },
): Promise<Result<{ readonly username: string }, 'WRONG_PASSWORD' | 'THROTTLED' | 'CONFLICT'>> {
  const [own] = await ctx.db
    .select({ username: account.username, passwordHash: account.passwordHash })
    .from(account)
    .where(and(eq(account.id, ctx.actor.id), isNull(account.disabledAt)));
  if (!own?.passwordHash) return err('CONFLICT');

  const keys = passwordFailureKeys(own.username, input.address);
  if (await isThrottled(ctx, keys)) return err('THROTTLED');
  if (!(await verifyPassword(own.passwordHash, input.currentPassword))) {
    const counted = await recordFailure(ctx, keys);
    return counted === 'throttled' ? err('THROTTLED') : err('WRONG_PASSWORD', { field: 'currentPassword' });
  }
  if (await isThrottled(ctx, keys)) return err('THROTTLED');
  // Of two changes at once the second finds another hash than the one it checked.
  const changed = await ctx.db
    .update(account)
    .set({
      passwordHash: await hashPassword(input.newPassword),
      sessionVersion: sql`${account.sessionVersion} + 1`,
    })
    .where(and(eq(account.id, ctx.actor.id), eq(account.passwordHash, own.passwordHash), isNull(account.disabledAt)))
    .returning({ id: account.id });
  return changed.length === 1 ? ok({ username: own.username }) : err('CONFLICT');
}
