import { and, eq } from 'drizzle-orm';
import { wechatUser } from '@/db/schema';
import type { Ctx } from '../ctx';

export interface KnownUser {
  readonly id: number;
  /** Whom they are bound to. */
  readonly accountId: number | null;
}

/** The person behind an openid; one who left before is found again by its hash, and is the same person. */
export async function keepOpenid({ db, gateways, now }: Ctx, openid: string): Promise<KnownUser> {
  const { appId, hashOpenid } = gateways.wechat;
  const told = { id: wechatUser.id, accountId: wechatUser.accountId };
  await db
    .update(wechatUser)
    .set({ openid, openidHash: null })
    .where(and(eq(wechatUser.appId, appId), eq(wechatUser.openidHash, hashOpenid(openid))));
  const [user] = await db
    .insert(wechatUser)
    .values({ appId, openid, createdAt: now })
    .onConflictDoUpdate({ target: [wechatUser.appId, wechatUser.openid], set: { openid } })
    .returning(told);
  if (!user) throw new Error('a WeChat user was not written');
  return user;
}
