import { eq } from 'drizzle-orm';
import { messageTemplate } from '@/db/schema';
import { fitText } from '@/lib/domain/message-text';
import { fillNotice } from '@/lib/domain/notice';
import { fitField } from '@/lib/domain/template-field';
import type { TemplateMessage, WechatOutcome } from '@/lib/gateways/wechat/gateway';
import type { Ctx } from '../ctx';
import { enqueue } from '../enqueue';
import type { ClaimedMessage } from './claim-message';

export type PreparedMessage =
  | { readonly kind: 'ready'; readonly send: () => Promise<WechatOutcome<string | null>> }
  /** It cannot be said within the platform's limits. */
  | { readonly kind: 'unfit'; readonly reason: string }
  | { readonly kind: 'no_template' };

/** The call to make for a message, with every value within its limits. Nothing is sent yet. */
export async function prepareMessage(ctx: Ctx, message: ClaimedMessage): Promise<PreparedMessage> {
  const { openid, content } = message;
  switch (content.kind) {
    case 'text': {
      const text = fitText(content.text);
      if (text === '') return { kind: 'unfit', reason: '内容为空' };
      return { kind: 'ready', send: () => ctx.gateways.wechat.sendText(openid, text) };
    }
    case 'template': {
      const data = fitAll(content.data);
      return typeof data === 'string' ? { kind: 'unfit', reason: data } : card(ctx, message, { ...content, data });
    }
    case 'notice': {
      const [template] = await ctx.db.select().from(messageTemplate).where(eq(messageTemplate.notice, content.notice));
      const data = template && fillNotice(template.fields, content.facts);
      if (data) return card(ctx, message, { templateId: template.templateId, path: content.path, data });
      await enqueue(ctx.db, 'message.templates', {}, { key: 'message.templates' });
      return { kind: 'no_template' };
    }
  }
}

type Card = Pick<TemplateMessage, 'templateId' | 'path' | 'data'>;

function card(ctx: Ctx, { openid, clientMsgId }: ClaimedMessage, { templateId, path, data }: Card): PreparedMessage {
  const message = { openid, templateId, path, data, clientMsgId };
  return { kind: 'ready', send: () => ctx.gateways.wechat.sendTemplate(message) };
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
