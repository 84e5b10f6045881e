import { type SQL, sql } from 'drizzle-orm';
import { message, mutedTopic, noticeSetting, wechatUser } from '@/db/schema';

const NOTICE = sql`${message.content} ->> 'notice'`;
const FACTS = sql`${message.content} -> 'facts'`;

/** When a code stops working; null for anything else. */
const endsAt = sql`case when ${NOTICE} = 'password_code'
  then ${message.createdAt} + make_interval(mins => (${FACTS} ->> 'minutes')::int) end`;

export const isOutOfTime = (now: Date): SQL => sql`${endsAt} <= ${now.toISOString()}::timestamptz`;

/** Why a message that waits must not be sent, in words; null when it may. An administrator's test goes in any case. */
export const holdReason = (now: Date): SQL<string | null> => sql<string | null>`case
  when not exists (select from ${wechatUser} where ${wechatUser.accountId} = ${message.accountId}) then '已解除绑定'
  when ${isOutOfTime(now)} then '验证码已过期'
  when ${message.cause} like 'test:%' then null
  when ${message.topic} <> 'security' and exists (select from ${mutedTopic}
    where ${mutedTopic.accountId} = ${message.accountId} and ${mutedTopic.topic} = ${message.topic}) then '学员已关闭此类通知'
  when exists (select from ${noticeSetting} where ${noticeSetting.notice} = ${NOTICE} and not ${noticeSetting.isOn}) then '该通知已停用'
end`;

/** The content without its code, if it has one. */
export const contentWithoutCode = sql`case when ${FACTS} ->> 'code' is not null
  then jsonb_set(${message.content}, '{facts,code}', 'null') else ${message.content} end`;
