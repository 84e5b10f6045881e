import { eq, sql } from 'drizzle-orm';
import { account, wechatUser } from '@/db/schema';
import type { Ctx } from '../ctx';

/** The user name of the account that a WeChat user is going to sign in to; null: a new one will be made. */
export async function whoSignsIn({ db }: Ctx, wechatUserId: number): Promise<string | null> {
  const own = sql`coalesce(${wechatUser.accountId}, ${wechatUser.madeAccountId})`;
  const [row] = await db
    .select({ username: account.username })
    .from(wechatUser)
    .innerJoin(account, eq(account.id, own))
    .where(eq(wechatUser.id, wechatUserId));
  return row?.username ?? null;
}
