import { randomInt } from 'node:crypto';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { account, wechatUser } from '@/db/schema';
import { nicknameFrom } from '@/lib/domain/profile';
import type { TxCtx } from '../ctx';

export interface NewcomerInput {
  readonly wechatUserId: number;
  /** As WeChat tells it; empty: unknown. */
  readonly nickname: string;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 10;

/** Nobody's name, until its owner chooses one. */
const madeUpName = (): string =>
  `wx_${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;

/**
 * The account of somebody who comes by WeChat: bound to it, without a password, under a made-up user name. The caller
 * has locked the WeChat user and seen that it is bound to nobody.
 */
export async function makeWechatAccount(
  { db, now }: TxCtx,
  { wechatUserId, nickname }: NewcomerInput,
): Promise<{ readonly accountId: number }> {
  const [made] = await db
    .insert(account)
    .values({ username: madeUpName(), isNamed: false, nickname: nicknameFrom(nickname), createdAt: now })
    .returning({ id: account.id });
  if (!made) throw new Error('an account was not written');
  const bound = await db
    .update(wechatUser)
    .set({
      accountId: made.id,
      madeAccountId: made.id,
      boundAt: now,
      firstBoundAt: sql`coalesce(${wechatUser.firstBoundAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(and(eq(wechatUser.id, wechatUserId), isNull(wechatUser.accountId), isNotNull(wechatUser.openid)))
    .returning({ id: wechatUser.id });
  if (bound.length !== 1) throw new Error(`WeChat user ${wechatUserId} is bound already, or gone`);
  return { accountId: made.id };
}
