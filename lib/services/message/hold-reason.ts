import { type SQL, sql } from 'drizzle-orm';
import { account, message, mutedTopic, noticeSetting, wechatUser } from '@/db/schema';
import { shanghaiDay } from '@/lib/domain/shanghai-day';

const NOTICE = sql`${message.content} ->> 'notice'`;
const FACTS = sql`${message.content} -> 'facts'`;

/** When a code stops working; null for anything else. */
const endsAt = sql`case when ${NOTICE} = 'password_code'
  then ${message.createdAt} + make_interval(mins => (${FACTS} ->> 'minutes')::int) end`;

export const isOutOfTime = (now: Date): SQL => sql`${endsAt} <= ${now.toISOString()}::timestamptz`;

/** A reminder of something that has ended since, on a day before this one in Beijing. */
const isOver = (now: Date): SQL => sql`${FACTS} ->> 'endsOn' < ${shanghaiDay(now)}`;

/**
 * Why a message that waits must not be sent, in words; null when it may. An administrator's test goes in any case, and
 * so does what somebody has asked for to get into their account.
 */
export const holdReason = (now: Date): SQL<string | null> => sql<string | null>`case
  when not exists (select from ${wechatUser} where ${wechatUser.accountId} = ${message.accountId}) then '已解除绑定'
  when ${isOutOfTime(now)} then '验证码已过期'
  when ${message.cause} like 'test:%' or ${message.topic} = 'security' then null
  when exists (select from ${mutedTopic}
    where ${mutedTopic.accountId} = ${message.accountId} and ${mutedTopic.topic} = ${message.topic}) then '学员已关闭此类通知'
  when exists (select from ${noticeSetting} where ${noticeSetting.notice} = ${NOTICE} and not ${noticeSetting.isOn}) then '该通知已停用'
  when ${isOver(now)} then '已经过期，不再提醒'
  when ${message.topic} = 'news' and exists (select from ${account}
    where ${account.id} = ${message.accountId} and ${account.disabledAt} is not null) then '账号已停用'
end`;

/** The content without its code, if it has one. */
export const contentWithoutCode = sql`case when ${FACTS} ->> 'code' is not null
  then jsonb_set(${message.content}, '{facts,code}', 'null') else ${message.content} end`;
