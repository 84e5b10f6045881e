import { z } from 'zod';
import { err, ok } from '../result';
import type { ApiAnswer, ApiCall } from './api-call';
import { apiError } from './api-error';
import type { WechatContext } from './context';
import { newMsgid } from './ids';
import { subscribeSentNews } from './push-xml';
import { readFields } from './template-fields';
import { subscribeTemplatesOf } from './templates';
import { findByOpenid } from './users';

const SENT_MS = 1500;

const bodySchema = z.object({
  template_id: z.string(),
  page: z.string().nullish(),
  data: z.record(z.string(), z.unknown()),
});

/** 订阅通知: one message for each time the user allowed this template. The answer names no message. */
export function sendSubscribe(ctx: WechatContext, call: ApiCall): ApiAnswer {
  const user = findByOpenid(ctx, call.body.touser);
  if (user === null) return err(apiError(40003));
  const body = bodySchema.safeParse(call.body);
  if (!body.success) return err(apiError(47001));
  const { template_id: templateId, page, data } = body.data;
  const template = subscribeTemplatesOf(ctx.config.appId).find(({ id }) => id === templateId);
  if (template === undefined) return err(apiError(40037));
  const fields = readFields(template, data);
  if (!fields.ok) return fields;
  if ((user.permits.get(templateId) ?? 0) === 0 || user.faults.refuseTemplates) return err(apiError(43101));
  const msgid = newMsgid(ctx.runtime);
  const { jobFinish } = user.faults;
  const undelivered = jobFinish !== 'success' && jobFinish !== 'none';
  const { title } = template;
  const content = {
    kind: 'subscribe',
    templateId,
    title,
    url: page || null,
    fields: fields.value,
    undelivered,
  } as const;
  ctx.store.record({ type: 'message.sent', at: ctx.runtime.now(), userId: user.id, msgid, content });
  if (jobFinish !== 'none') void ctx.pusher.push(user, subscribeSentNews(templateId, msgid, undelivered), SENT_MS);
  return ok('{"errcode":0,"errmsg":"ok"}');
}
