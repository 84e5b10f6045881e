import { count, eq } from 'drizzle-orm';
import { readInviteOffer } from '@/db/queries/invite-rule';
import { invite } from '@/db/schema';
import { invitePath } from '@/lib/domain/invite-code';
import { ruleWords } from '@/lib/domain/invite-words';
import type { Ctx } from '../ctx';
import { inviteCodeOf } from './invite-code';

/** What someone is told in the chat about their invitations: the link to pass on, the rule, who came. */
export async function inviteWords(ctx: Ctx, accountId: number): Promise<string> {
  const code = await inviteCodeOf(ctx, accountId);
  const offer = await readInviteOffer(ctx.db);
  const [found] = await ctx.db.select({ joined: count() }).from(invite).where(eq(invite.inviterId, accountId));
  const { pageUrl } = ctx.gateways.wechat;
  const rule = ruleWords(offer);
  return [
    '把这个链接发给朋友，TA 注册后就算是你邀请的：',
    pageUrl(invitePath(code)),
    ...(rule ? [rule] : []),
    found && found.joined > 0 ? `已有 ${found.joined} 位好友加入。` : '还没有好友加入。',
    `<a href="${pageUrl('/account/invite')}">二维码、海报和奖励</a>`,
  ].join('\n');
}
