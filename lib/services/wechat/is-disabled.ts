import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { account, wechatUser } from '@/db/schema';
import type { Ctx } from '../ctx';

/** Whether the account that a WeChat user would sign in to is closed. Signing in itself looks again. */
export async function isDisabled({ db }: Ctx, wechatUserId: number): Promise<boolean> {
  const own = sql`coalesce(${wechatUser.accountId}, ${wechatUser.madeAccountId})`;
  const [row] = await db
    .select({ id: account.id })
    .from(wechatUser)
    .innerJoin(account, eq(account.id, own))
    .where(and(eq(wechatUser.id, wechatUserId), isNotNull(account.disabledAt)));
  return row !== undefined;
}
