import { eq } from 'drizzle-orm';
import { wechatUser } from '@/db/schema';
import type { Ctx } from '../ctx';
import type { BindTicket } from './find-ticket';
import type { KnownUser } from './keep-openid';

/** This WeChat with another account, or this account with another WeChat. Binding itself looks again. */
export async function isTakenElsewhere(ctx: Ctx, ticket: BindTicket, user: KnownUser): Promise<boolean> {
  if (user.accountId !== null && user.accountId !== ticket.accountId) return true;
  const [bound] = await ctx.db
    .select({ id: wechatUser.id })
    .from(wechatUser)
    .where(eq(wechatUser.accountId, ticket.accountId));
  return bound !== undefined && bound.id !== user.id;
}
