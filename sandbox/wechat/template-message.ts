import { z } from 'zod';
import { err, ok, type Result } from '../result';
import type { ApiAnswer, ApiCall } from './api-call';
import { type ApiError, apiError } from './api-error';
import type { WechatContext } from './context';
import type { MessageContent } from './events';
import { newMsgid } from './ids';
import { jobFinishNews } from './push-xml';
import type { User } from './state';
import { readFields } from './template-fields';
import { type Template, templatesOf } from './templates';
import { findByOpenid } from './users';

type Card = Extract<MessageContent, { kind: 'template' }>;

const CLIENT_ID_MS = 600_000;
const SAME_MESSAGE_MS = 60_000;
const TEMPLATE_ID_LENGTH = 43;
/** How long after it was accepted the account hears what became of it. */
const JOB_MS = 1500;
/** As WeChat writes them: the space is in the second alone; the last is observed, not documented. */
const JOB_STATUS = {
  success: 'success',
  'user block': 'failed:user block',
  'system failed': 'failed: system failed',
  'freq limit': 'failed:freq limit',
} as const;

const optionalText = z.string().nullish();
const bodySchema = z.object({
  template_id: z.string(),
  url: optionalText,
  client_msg_id: optionalText,
  data: z.record(z.string(), z.unknown()),
});

/** 模板消息. `first`, `remark` and other unknown keys, and every color, are dropped without a word, as since 2023-05. */
export function sendTemplate(ctx: WechatContext, call: ApiCall): ApiAnswer {
  const user = findByOpenid(ctx, call.body.touser);
  if (user === null) return err(apiError(40003));
  const body = bodySchema.safeParse(call.body);
  if (!body.success) return err(apiError(47001));
  const { template_id: templateId, url, data, client_msg_id: clientMsgId } = body.data;
  const template = findTemplate(ctx, templateId);
  if (!template.ok) return template;
  const refused = refusedBy(user);
  if (refused !== null) return err(refused);
  const fields = readFields(template.value, data);
  if (!fields.ok) return fields;
  return deliverOnce(ctx, user, {
    kind: 'template',
    templateId,
    title: template.value.title,
    url: url || null,
    fields: fields.value,
    clientMsgId: clientMsgId || null,
    undelivered: user.faults.jobFinish !== 'success' && user.faults.jobFinish !== 'none',
  });
}

function findTemplate(ctx: WechatContext, id: string): Result<Template, ApiError> {
  if (id.length !== TEMPLATE_ID_LENGTH) return err(apiError(40036));
  const template = templatesOf(ctx.config.appId).find((candidate) => candidate.id === id);
  return template === undefined ? err(apiError(40037)) : ok(template);
}

function refusedBy(user: User): ApiError | null {
  if (user.followedAt === null) return apiError(43004);
  if (user.faults.blacklisted) return apiError(43019);
  return user.faults.refuseTemplates ? apiError(43101) : null;
}

/** A client_msg_id seen within 10 minutes gives back the message it sent; the same content within 60 s is refused. */
function deliverOnce(ctx: WechatContext, user: User, content: Card): ApiAnswer {
  const at = ctx.runtime.now();
  const repeated = content.clientMsgId === null ? null : sentCard(user, at - CLIENT_ID_MS, sameClientId(content));
  if (repeated !== null) return ok(accepted(repeated));
  if (sentCard(user, at - SAME_MESSAGE_MS, sameContent(content)) !== null) return err(apiError(40241));
  const msgid = newMsgid(ctx.runtime);
  const { jobFinish } = user.faults;
  ctx.store.record({ type: 'message.sent', at, userId: user.id, msgid, content });
  if (jobFinish !== 'none') void ctx.pusher.push(user, jobFinishNews(msgid, JOB_STATUS[jobFinish]), JOB_MS);
  return ok(accepted(msgid));
}

/** The msgid of a card sent after `since` (epoch ms) that is the same in some way. */
function sentCard(user: User, since: number, isSame: (card: Card) => boolean): string | null {
  const entry = user.chat.findLast(
    (sent) => sent.from === 'account' && sent.at > since && sent.content.kind === 'template' && isSame(sent.content),
  );
  return entry?.from === 'account' ? entry.msgid : null;
}

function sameClientId(card: Card): (other: Card) => boolean {
  return (other) => other.clientMsgId === card.clientMsgId;
}

function sameContent(card: Card): (other: Card) => boolean {
  const text = (one: Card) => JSON.stringify([one.templateId, one.url, one.fields]);
  return (other) => text(other) === text(card);
}

/** msgid as a bare integer: JSON.parse rounds it, which is the point. */
function accepted(msgid: string): string {
  return `{"errcode":0,"errmsg":"ok","msgid":${msgid}}`;
}
