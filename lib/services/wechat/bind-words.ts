import { eq } from 'drizzle-orm';
import { account, wechatUser } from '@/db/schema';
import { maskName } from '@/lib/domain/wechat-ticket';
import type { TxCtx } from '../ctx';

/** What somebody is told who asks about their binding: to which account it is, or how to get one. */
export async function bindWords(ctx: TxCtx, wechatUserId: number): Promise<string> {
  const [bound] = await ctx.db
    .select({ username: account.username })
    .from(wechatUser)
    .innerJoin(account, eq(account.id, wechatUser.accountId))
    .where(eq(wechatUser.id, wechatUserId));
  const { pageUrl } = ctx.gateways.wechat;
  if (bound) {
    return `这个微信已绑定路飞学城账号 ${maskName(bound.username)}。\n\n<a href="${pageUrl('/account/wechat')}">管理绑定</a>`;
  }
  return [
    '这个微信还没有绑定账号。',
    `没有账号：<a href="${pageUrl('/sign-in?callbackUrl=%2Faccount')}">用微信登录</a>，马上就有。`,
    `已有账号：<a href="${pageUrl('/account/wechat')}">登录后绑定</a>。`,
  ].join('\n\n');
}
