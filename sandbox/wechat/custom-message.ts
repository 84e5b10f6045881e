import { z } from 'zod';
import { err, ok } from '../result';
import type { ApiAnswer, ApiCall } from './api-call';
import { apiError } from './api-error';
import type { WechatContext } from './context';
import { newMsgid } from './ids';
import { findByOpenid } from './users';
import { usableWindow } from './windows';

/** Found by trial, says the developers' forum; the documentation gives no figure. */
const MAX_TEXT_BYTES = 2048;

const textSchema = z.object({ content: z.string() });

/** 客服消息, text only: allowed for a while after the user did something. */
export function sendCustom(ctx: WechatContext, call: ApiCall): ApiAnswer {
  const user = findByOpenid(ctx, call.body.touser);
  if (user === null) return err(apiError(40003));
  if (call.body.msgtype !== 'text') return err(apiError(40008));
  const text = textSchema.safeParse(call.body.text);
  if (!text.success || text.data.content === '') return err(apiError(44004));
  if (Buffer.byteLength(text.data.content) > MAX_TEXT_BYTES) return err(apiError(45002));
  if (user.faults.blacklisted) return err(apiError(43019));
  const at = ctx.runtime.now();
  const window = user.followedAt === null ? 'closed' : usableWindow(user.windows, at);
  if (window === 'closed') return err(apiError(45015));
  if (window === 'used-up') return err(apiError(45047));
  const content = { kind: 'text', text: text.data.content, window } as const;
  ctx.store.record({ type: 'message.sent', at, userId: user.id, msgid: newMsgid(ctx.runtime), content });
  return ok('{"errcode":0,"errmsg":"ok"}');
}
