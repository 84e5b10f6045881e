import { eq } from 'drizzle-orm';
import { account, wechatUser } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { releaseWaiting } from '../message/release-waiting';
import { makeWechatAccount } from './make-wechat-account';
import type { SignedIn } from './sign-in';

interface WechatAccount extends SignedIn {
  readonly isNew: boolean;
}

/**
 * The account of a WeChat user: the one it is bound to; else the one it once came into being with, bound again; else a
 * new one. A disabled account stays closed: leaving and coming back opens no other. CONFLICT: bound or unbound meanwhile.
 */
export async function accountOfWechat(
  ctx: TxCtx,
  wechatUserId: number,
): Promise<Result<WechatAccount, 'ACCOUNT_DISABLED' | 'CONFLICT'>> {
  // The account is locked before the WeChat user, so it is looked up first and compared after.
  const before = await readPerson(ctx, wechatUserId, false);
  if (before?.candidate) await lockAccount(ctx.db, before.candidate);
  const person = await readPerson(ctx, wechatUserId, true);
  if (!person || person.openid === null || person.candidate !== before?.candidate) return err('CONFLICT');

  const own = person.candidate === null ? undefined : await readAccount(ctx, person.candidate);
  if (own?.disabledAt) return err('ACCOUNT_DISABLED');
  if (own && person.accountId === own.id) {
    return ok({ accountId: own.id, sessionVersion: own.sessionVersion, isNew: false });
  }
  if (own && (await bindAgain(ctx, wechatUserId, own.id))) {
    return ok({ accountId: own.id, sessionVersion: own.sessionVersion, isNew: false });
  }
  const { accountId } = await makeWechatAccount(ctx, { wechatUserId, nickname: person.nickname });
  return ok({ accountId, sessionVersion: 1, isNew: true });
}

async function readPerson({ db }: TxCtx, id: number, isLocked: boolean) {
  const query = db.select().from(wechatUser).where(eq(wechatUser.id, id)).$dynamic();
  const [row] = await (isLocked ? query.for('no key update') : query);
  return row && { ...row, candidate: row.accountId ?? row.madeAccountId };
}

async function readAccount({ db }: TxCtx, id: number) {
  const [row] = await db
    .select({ id: account.id, sessionVersion: account.sessionVersion, disabledAt: account.disabledAt })
    .from(account)
    .where(eq(account.id, id));
  return row;
}

/** Never over another WeChat that the account, which is locked, has by now. */
async function bindAgain(ctx: TxCtx, wechatUserId: number, accountId: number): Promise<boolean> {
  const [held] = await ctx.db.select({ id: wechatUser.id }).from(wechatUser).where(eq(wechatUser.accountId, accountId));
  if (held) return false;
  await ctx.db.update(wechatUser).set({ accountId, boundAt: ctx.now }).where(eq(wechatUser.id, wechatUserId));
  await releaseWaiting(ctx, accountId);
  return true;
}
