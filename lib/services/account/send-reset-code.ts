import { randomInt } from 'node:crypto';
import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import { account, passwordReset, wechatUser } from '@/db/schema';
import { hashPassword } from '@/lib/auth/password';
import { RESET_CODE_MINUTES, RESET_CODES_A_DAY, RESET_CODES_A_QUARTER } from '@/lib/domain/account-limits';
import { NOTICE_TITLES } from '@/lib/domain/notice';
import type { Ctx, TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { putMessage } from '../message/put-message';
import { takeTurn } from '../throttle/take-turn';

const PER_ACCOUNT = { limit: RESET_CODES_A_QUARTER, windowSeconds: 15 * 60 } as const;
const DAY_MS = 24 * 3_600_000;

/** Sends six digits to the WeChat of a name's account, if there is one that can be signed in to and is bound. */
export async function sendResetCode(ctx: Ctx, { username }: { readonly username: string }): Promise<void> {
  const [found] = await ctx.db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(sql`lower(${account.username})`, username), isNull(account.disabledAt)));
  if (!found) return;
  if (!(await takeTurn(ctx, { key: `reset-code:account:${found.id}`, ...PER_ACCOUNT }))) return;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  // Slow on purpose, like a password: six digits are few.
  const codeHash = await hashPassword(code);
  await ctx.db.transaction(async (tx) => {
    await lockAccount(tx, found.id);
    await putCode({ ...ctx, db: tx }, found.id, code, codeHash);
  });
}

async function putCode(ctx: TxCtx, accountId: number, code: string, codeHash: string): Promise<void> {
  const { db, now } = ctx;
  const [bound] = await db
    .select({ id: wechatUser.id })
    .from(wechatUser)
    .where(and(eq(wechatUser.accountId, accountId), isNotNull(wechatUser.openid)));
  if (!bound) return;
  const today = gt(passwordReset.createdAt, new Date(now.getTime() - DAY_MS));
  if ((await db.$count(passwordReset, and(eq(passwordReset.accountId, accountId), today))) >= RESET_CODES_A_DAY) return;
  // The one before it works no longer.
  await db
    .update(passwordReset)
    .set({ expiresAt: now })
    .where(and(eq(passwordReset.accountId, accountId), isNull(passwordReset.usedAt), gt(passwordReset.expiresAt, now)));
  const expiresAt = new Date(now.getTime() + RESET_CODE_MINUTES * 60_000);
  const [reset] = await db
    .insert(passwordReset)
    .values({ accountId, codeHash, expiresAt, createdAt: now })
    .returning({ id: passwordReset.id });
  if (!reset) throw new Error('a reset code was not written');
  await putMessage(ctx, {
    accountId,
    cause: `password-reset:${reset.id}`,
    title: NOTICE_TITLES.password_code,
    content: {
      kind: 'notice',
      notice: 'password_code',
      path: '/forgot-password/code',
      facts: { code, minutes: RESET_CODE_MINUTES },
    },
  });
}
