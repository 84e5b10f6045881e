import type { WechatContext } from './context';
import { type PermitAnswer, permitChangeNews, permitPopupNews } from './push-xml';
import type { User } from './state';

/** The user answered the dialog of 订阅通知: each yes lets one message through. */
export async function answerPermits(ctx: WechatContext, user: User, answers: readonly PermitAnswer[]): Promise<void> {
  record(ctx, user, answers, 'popup');
  await ctx.pusher.push(user, permitPopupNews(answers));
}

/** The user changed their mind in the settings: a no takes back every permit of that template. */
export async function changePermits(ctx: WechatContext, user: User, answers: readonly PermitAnswer[]): Promise<void> {
  record(ctx, user, answers, 'change');
  await ctx.pusher.push(user, permitChangeNews(answers));
}

function record(ctx: WechatContext, user: User, answers: readonly PermitAnswer[], via: 'popup' | 'change'): void {
  ctx.store.record({ type: 'user.permits', at: ctx.runtime.now(), userId: user.id, answers: [...answers], via });
}
