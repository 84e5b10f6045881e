import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { MESSAGE_KINDS, MESSAGE_STATUSES, type MessageContent } from '@/lib/domain/message';
import { account } from './account';
import { at, createdAt, id, oneOf, reference } from './columns';
import { wechatUser } from './wechat';

/** The templates of the official account that the school uses, with the fields each one has. */
export const messageTemplate = pgTable('message_template', {
  id: id(),
  /** The platform's template_id. */
  templateId: text().notNull().unique(),
  title: text().notNull(),
  /** Field name, label and value type (thing, character_string, …), in the order they are shown. */
  fields: jsonb().$type<readonly { name: string; label: string }[]>().notNull(),
});

/** What an administrator sent to many at once. */
export const campaign = pgTable('campaign', {
  id: id(),
  createdBy: reference()
    .notNull()
    .references(() => account.id),
  title: text().notNull(),
  createdAt: createdAt(),
});

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
    kind: text({ enum: MESSAGE_KINDS }).notNull(),
    title: text().notNull(),
    content: jsonb().$type<MessageContent>().notNull(),
    status: text({ enum: MESSAGE_STATUSES }).notNull(),
    /** The WeChat user it went to; chosen when it is sent. */
    wechatUserId: reference().references(() => wechatUser.id),
    clientMsgId: text().notNull().unique(),
    /** The platform's number: 64 bits, as text. */
    msgid: text(),
    attempts: integer().notNull().default(0),
    /** Why it failed or waits: an errcode and its text. */
    reason: text(),
    /** Not before this. */
    dueAt: at(),
    sendingSince: at(),
    acceptedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('message_cause_key').on(t.cause, t.accountId),
    index('message_account_idx').on(t.accountId, t.id),
    index('message_campaign_idx').on(t.campaignId),
    index('message_open_idx')
      .on(t.status, t.dueAt)
      .where(sql`${t.status} in ('waiting_for_bind', 'queued', 'sending')`),
    check('message_kind_check', oneOf(t.kind, MESSAGE_KINDS)),
    check('message_status_check', oneOf(t.status, MESSAGE_STATUSES)),
    check('message_sending_check', sql`${t.status} <> 'sending' or (${t.sendingSince} is not null and ${t.wechatUserId} is not null)`),
    check('message_attempts_check', sql`${t.attempts} >= 0`),
  ],
);
