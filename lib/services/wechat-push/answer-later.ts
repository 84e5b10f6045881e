import type { TaskPayload } from '@/lib/domain/tasks';
import { readPush } from '@/lib/domain/wechat/push';
import type { Ctx } from '../ctx';
import { enqueue } from '../enqueue';
import { receivePush } from './receive-push';
import type { ReceivedPush } from './record-push';

/** WeChat takes a late answer as a customer-service message for this long. */
const WINDOW_MS = 48 * 60 * 60_000;

/** WeChat waits no longer: whoever has to hear an answer hears it from the worker, also when this process dies now. */
export const leaveForLater = (ctx: Ctx, { push, signature }: ReceivedPush): Promise<void> =>
  enqueue(ctx.db, 'wechat.reply', { signature, fields: push.fields }, { key: `wechat-reply:${signature}` });

/**
 * Waits for what is being done about a push, or does it when that was lost, and sends the answer as a message. False: it
 * certainly was not sent, and may be tried again.
 */
export async function answerLater(ctx: Ctx, { signature, fields }: TaskPayload<'wechat.reply'>): Promise<boolean> {
  const push = readPush(fields);
  if (!push || ctx.now.getTime() - push.happenedAt.getTime() > WINDOW_MS) return true;
  const answer = await receivePush(ctx, { push, signature });
  if (answer === 'REPLAYED' || answer.reply === null) return true;
  const outcome = await ctx.gateways.wechat.sendText(push.openid, answer.reply);
  if (outcome.kind === 'refused') ctx.log.warn({ errcode: outcome.refusal.errcode }, 'a late answer was refused');
  return !(outcome.kind === 'unsent' || (outcome.kind === 'refused' && outcome.refusal.class === 'busy'));
}
