import type { CardContent } from '@/lib/domain/message';
import type { WechatOutcome } from '@/lib/gateways/wechat/gateway';
import type { Ctx } from '../ctx';
import type { ClaimedMessage } from './claim-message';
import { forgetPermits, returnPermit, usePermit } from './permit';

/** WeChat's word for a person who has not allowed it. */
export const NOT_ALLOWED = 43101;

/** Sends a 订阅通知 on one of the person's permissions; it comes back when the message certainly did not go. */
export async function sendSubscribe(
  ctx: Ctx,
  message: ClaimedMessage,
  { templateId, path, data }: Pick<CardContent, 'templateId' | 'path' | 'data'>,
): Promise<WechatOutcome<null>> {
  const { openid, wechatUserId } = message;
  if (!(await usePermit(ctx, message, templateId))) return { kind: 'unsent', reason: '订阅授权刚被用掉' };
  const outcome = await ctx.gateways.wechat.sendSubscribe({ openid, templateId, path, data });
  const isRefused = outcome.kind === 'refused';
  if (isRefused && outcome.refusal.errcode === NOT_ALLOWED) await forgetPermits(ctx, wechatUserId, templateId);
  else if (outcome.kind === 'unsent' || isRefused) await returnPermit(ctx, wechatUserId, templateId);
  return outcome;
}
