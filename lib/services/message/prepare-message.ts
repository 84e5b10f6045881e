import type { CardContent } from '@/lib/domain/message';
import { isRecognised } from '@/lib/domain/message-retry';
import { fitText } from '@/lib/domain/message-text';
import { fitField } from '@/lib/domain/template-field';
import type { SendKind } from '@/lib/domain/wechat/send-kind';
import type { WechatOutcome } from '@/lib/gateways/wechat/gateway';
import type { Ctx } from '../ctx';
import { enqueue } from '../enqueue';
import { carryNotice } from './carry-notice';
import type { ClaimedMessage } from './claim-message';
import { hasPermit } from './permit';
import { sendSubscribe } from './send-subscribe';

export type PreparedMessage =
  | {
      readonly kind: 'ready';
      /** Which quota it counts against. */
      readonly sendKind: SendKind;
      readonly templateId: string | null;
      readonly send: () => Promise<WechatOutcome<string | null>>;
    }
  /** It cannot be said, or not safely. */
  | { readonly kind: 'ended'; readonly status: 'failed' | 'unknown'; readonly reason: string }
  | { readonly kind: 'no_template' };

const NO_PERMIT = '学员没有允许这条订阅通知（允许一次只能发一条）';

/** The call to make for a message, with every value within its limits. Nothing is sent yet. */
export async function prepareMessage(ctx: Ctx, message: ClaimedMessage): Promise<PreparedMessage> {
  const { openid, content } = message;
  if (content.kind === 'text') {
    const text = fitText(content.text);
    if (text === '') return { kind: 'ended', status: 'failed', reason: '内容为空' };
    const send = () => ctx.gateways.wechat.sendText(openid, text);
    return { kind: 'ready', sendKind: 'custom', templateId: null, send };
  }
  if (!isRecognised(message.firstSentAt, ctx.now)) {
    return { kind: 'ended', status: 'unknown', reason: '上次发送的结果未知，已超过可安全重发的时间' };
  }
  if (content.kind === 'notice') {
    const carried = await carryNotice(ctx, message, content);
    if (carried === 'no_permit') return { kind: 'ended', status: 'failed', reason: NO_PERMIT };
    if (carried) return ready(ctx, message, carried);
    await enqueue(ctx.db, 'message.templates', {}, { key: 'message.templates' });
    return { kind: 'no_template' };
  }
  const data = fitAll(content.data);
  if (typeof data === 'string') return { kind: 'ended', status: 'failed', reason: data };
  if (content.kind === 'subscribe' && !(await hasPermit(ctx, message.wechatUserId, content.templateId))) {
    return { kind: 'ended', status: 'failed', reason: NO_PERMIT };
  }
  return ready(ctx, message, { ...content, data });
}

function ready(ctx: Ctx, message: ClaimedMessage, card: CardContent): PreparedMessage {
  const { kind, templateId, path, data } = card;
  const { openid, clientMsgId } = message;
  const send =
    kind === 'template'
      ? () => ctx.gateways.wechat.sendTemplate({ openid, templateId, path, data, clientMsgId })
      : () => sendSubscribe(ctx, message, card);
  return { kind: 'ready', sendKind: kind, templateId, send };
}

/** The values as the platform takes them, or what is wrong with one. */
function fitAll(data: Readonly<Record<string, string>>): Record<string, string> | string {
  const fitted: Record<string, string> = {};
  for (const [name, value] of Object.entries(data)) {
    const fit = fitField(name, value);
    if (fit === null) return `字段 ${name} 的内容不合要求`;
    fitted[name] = fit;
  }
  return fitted;
}
