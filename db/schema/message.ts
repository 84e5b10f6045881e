import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Audience } from '@/lib/domain/admin/audience';
import { CAMPAIGN_STATUSES } from '@/lib/domain/campaign-state';
import { MESSAGE_KINDS, MESSAGE_STATUSES, type MessageContent } from '@/lib/domain/message';
import { TEMPLATE_CHANNELS, TOPICS } from '@/lib/domain/message-topic';
import { NOTICES } from '@/lib/domain/notice';
import type { TemplateField } from '@/lib/domain/template-field';
import { SEND_KINDS } from '@/lib/domain/wechat/send-kind';
import { account } from './account';
import { at, createdAt, id, oneOf, reference } from './columns';
import { wechatUser } from './wechat';

/** The templates the official account has, as the platform listed them last. */
export const messageTemplate = pgTable(
  'message_template',
  {
    id: id(),
    /** The platform's template_id. */
    templateId: text().notNull().unique('message_template_template_id_key'),
    title: text().notNull(),
    /** In the order in which the card shows them. */
    fields: jsonb().$type<readonly TemplateField[]>().notNull(),
    /** template: 模板消息; subscribe: 订阅通知, one for each time a student allowed it. */
    channel: text({ enum: TEMPLATE_CHANNELS }).notNull().default('template'),
    /** The one notice this template carries; found by its title, or chosen. */
    notice: text({ enum: NOTICES }).unique('message_template_notice_key'),
  },
  (t) => [
    check('message_template_notice_check', oneOf(t.notice, NOTICES)),
    check('message_template_channel_check', oneOf(t.channel, TEMPLATE_CHANNELS)),
  ],
);

/** What an administrator decided about a notice; without a row it is on, and its template is found by its title. */
export const noticeSetting = pgTable(
  'notice_setting',
  {
    notice: text({ enum: NOTICES }).primaryKey(),
    isOn: boolean().notNull(),
    /** The platform's template_id; null: found by its title. */
    templateId: text(),
    updatedAt: at().notNull(),
  },
  (t) => [check('notice_setting_notice_check', oneOf(t.notice, NOTICES))],
);

/** What an account does not want to hear of. */
export const mutedTopic = pgTable(
  'muted_topic',
  {
    accountId: reference()
      .notNull()
      .references(() => account.id),
    topic: text({ enum: TOPICS }).notNull(),
    mutedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.topic] }), check('muted_topic_topic_check', oneOf(t.topic, TOPICS))],
);

/** What an administrator sent to many at once. */
export const campaign = pgTable(
  'campaign',
  {
    id: id(),
    createdBy: reference()
      .notNull()
      .references(() => account.id),
    /** Of the form it was sent with: sending the form twice makes one campaign. */
    formKey: uuid().notNull().unique('campaign_form_key_key'),
    title: text().notNull(),
    content: jsonb().$type<MessageContent>().notNull(),
    /** Who was asked for. Who was found stands in the messages. */
    audience: jsonb().$type<Audience>().notNull(),
    status: text({ enum: CAMPAIGN_STATUSES }).notNull().default('scheduled'),
    /** Not before this. */
    scheduledAt: at().notNull().defaultNow(),
    startedAt: at(),
    finishedAt: at(),
    /** The last account that was looked at while the messages are written, by ascending id. */
    filledUpTo: bigint({ mode: 'number' }).notNull().default(0),
    filledAt: at(),
    /** Messages written so far; all of them once filled. */
    recipients: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    index('campaign_created_by_idx').on(t.createdBy),
    index('campaign_open_idx').on(t.scheduledAt).where(sql`${t.status} in ('scheduled', 'running')`),
    check('campaign_status_check', oneOf(t.status, CAMPAIGN_STATUSES)),
    check('campaign_recipients_check', sql`${t.recipients} >= 0`),
    check(
      'campaign_finished_check',
      sql`${t.status} <> 'finished' or (${t.filledAt} is not null and ${t.finishedAt} is not null)`,
    ),
  ],
);

/** The outbox: written in the business transaction, sent by the worker, one per cause and recipient. */
export const message = pgTable(
  'message',
  {
    id: id(),
    accountId: reference()
      .notNull()
      .references(() => account.id),
    /** What it is about, once: "order:17:paid". */
    cause: text().notNull(),
    campaignId: reference().references(() => campaign.id),
    topic: text({ enum: TOPICS }).notNull().default('order'),
    kind: text({ enum: MESSAGE_KINDS }).notNull(),
    title: text().notNull(),
    content: jsonb().$type<MessageContent>().notNull(),
    status: text({ enum: MESSAGE_STATUSES }).notNull(),
    /** The WeChat user it went to; chosen when it is sent. */
    wechatUserId: reference().references(() => wechatUser.id),
    clientMsgId: text().notNull().unique('message_client_msg_id_key'),
    /** The platform's number: 64 bits, as text. */
    msgid: text(),
    attempts: integer().notNull().default(0),
    /** Why it failed or waits: an errcode and its text. */
    reason: text(),
    /** Not before this. */
    dueAt: at(),
    sendingSince: at(),
    /** The first sending that may have arrived: from it on, the platform recognises the client_msg_id for a while. */
    firstSentAt: at(),
    acceptedAt: at(),
    /** WeChat's own event said so. */
    deliveredAt: at(),
    /** A text that came too late for WeChat and goes as a card instead, since. */
    fellBackAt: at(),
    /** What it went as, last. Of a 订阅通知 known before it is sent: WeChat would not recognise a second one. */
    sentAs: text({ enum: SEND_KINDS }),
    /** The card it went as: the platform's template_id. */
    templateId: text(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('message_cause_key').on(t.cause, t.accountId),
    index('message_account_idx').on(t.accountId, t.id),
    index('message_campaign_idx').on(t.campaignId, t.status, t.id),
    index('message_wechat_user_idx').on(t.wechatUserId),
    index('message_created_at_idx').on(t.createdAt),
    index('message_accepted_at_idx').on(t.acceptedAt).where(sql`${t.acceptedAt} is not null`),
    index('message_msgid_idx').on(t.msgid).where(sql`${t.msgid} is not null`),
    index('message_failed_idx').on(t.sendingSince).where(sql`${t.status} in ('failed', 'unknown')`),
    index('message_open_idx')
      .on(t.status, t.dueAt)
      .where(sql`${t.status} in ('waiting_for_bind', 'queued', 'sending')`),
    // Codes that have not been blanked yet.
    index('message_code_idx').on(t.id).where(sql`${t.content} -> 'facts' ->> 'code' is not null`),
    check('message_sent_as_check', oneOf(t.sentAs, SEND_KINDS)),
    check('message_kind_check', oneOf(t.kind, MESSAGE_KINDS)),
    check('message_topic_check', oneOf(t.topic, TOPICS)),
    check('message_delivered_check', sql`(${t.status} = 'delivered') = (${t.deliveredAt} is not null)`),
    check('message_content_check', sql`${t.content} ->> 'kind' = ${t.kind}`),
    check('message_status_check', oneOf(t.status, MESSAGE_STATUSES)),
    check(
      'message_sending_check',
      sql`${t.status} <> 'sending' or (${t.sendingSince} is not null and ${t.firstSentAt} is not null and ${t.wechatUserId} is not null)`,
    ),
    check('message_due_check', sql`${t.status} <> 'queued' or ${t.dueAt} is not null`),
    check('message_attempts_check', sql`${t.attempts} >= 0`),
  ],
);
