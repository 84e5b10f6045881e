import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import {
  account,
  campaign,
  enrolment,
  message,
  messageTemplate,
  order,
  product,
  wechatEvent,
  wechatUser,
} from '@/db/schema';
import { type MessageCause, readCause } from '@/lib/domain/message-cause';
import { reasonWords } from '@/lib/domain/message-reason';
import { linesOf, type MessageLines, readLabels } from '../message-lines';
import { adminDb } from './admin-db';

export interface MessageTrace {
  readonly id: number;
  readonly title: string;
  readonly kind: (typeof message.$inferSelect)['kind'];
  readonly topic: (typeof message.$inferSelect)['topic'];
  readonly status: (typeof message.$inferSelect)['status'];
  readonly reason: string | null;
  readonly attempts: number;
  readonly account: { readonly id: number; readonly name: string };
  /** Whom it went to, as WeChat knows them; null: not sent yet. */
  readonly wechatName: string | null;
  /** Plain words; empty when the lines say it all. */
  readonly text: string;
  readonly lines: MessageLines;
  readonly cause: CauseView;
  readonly sentAs: (typeof message.$inferSelect)['sentAs'];
  /** The card it went as: its title, or its template_id when the account has it no longer. */
  readonly template: string | null;
  readonly msgid: string | null;
  readonly times: Pick<
    typeof message.$inferSelect,
    'createdAt' | 'dueAt' | 'sendingSince' | 'fellBackAt' | 'acceptedAt' | 'deliveredAt'
  >;
  /** What WeChat said became of it; null: nothing, or its event is gone. */
  readonly event: { readonly id: number; readonly status: string; readonly receivedAt: Date } | null;
}

interface CauseView {
  readonly cause: MessageCause;
  /** What people call it: an order's number, a campaign's title; null when that says nothing more. */
  readonly name: string | null;
}

/** A message from its cause to its receipt. */
export async function findTrace(id: number): Promise<MessageTrace | null> {
  const db = await adminDb();
  const [row] = await db
    .select({ message, name: account.nickname, wechatName: wechatUser.nickname })
    .from(message)
    .innerJoin(account, eq(account.id, message.accountId))
    .leftJoin(wechatUser, eq(wechatUser.id, message.wechatUserId))
    .where(eq(message.id, id));
  if (!row) return null;
  const { content, reason, cause, templateId, accountId, createdAt, ...one } = row.message;
  const { dueAt, sendingSince, fellBackAt, acceptedAt, deliveredAt } = one;
  const said = fellBackAt && content.kind === 'text' && content.fallback ? content.fallback : content;
  const [labels, causeName, template, event] = await Promise.all([
    readLabels(db, [said]),
    nameOf(db, readCause(cause)),
    templateId === null ? null : titleOf(db, templateId),
    findEvent(db, row.message),
  ]);
  return {
    id,
    title: one.title,
    kind: one.kind,
    topic: one.topic,
    status: one.status,
    reason: reason === null ? null : reasonWords(reason),
    attempts: one.attempts,
    account: { id: accountId, name: row.name },
    wechatName: row.wechatName,
    text: content.kind === 'text' ? content.text : '',
    lines: linesOf(said, labels),
    cause: { cause: readCause(cause), name: causeName },
    sentAs: one.sentAs,
    template,
    msgid: one.msgid,
    times: { createdAt, dueAt, sendingSince, fellBackAt, acceptedAt, deliveredAt },
    event,
  };
}

async function nameOf(db: Db, cause: MessageCause): Promise<string | null> {
  switch (cause.kind) {
    case 'order': {
      const [found] = await db.select({ name: order.orderNo }).from(order).where(eq(order.id, cause.id));
      return found?.name ?? null;
    }
    case 'campaign': {
      const [found] = await db.select({ name: campaign.title }).from(campaign).where(eq(campaign.id, cause.id));
      return found?.name ?? null;
    }
    case 'enrolment': {
      const [found] = await db
        .select({ name: product.name })
        .from(enrolment)
        .innerJoin(product, eq(product.id, enrolment.productId))
        .where(eq(enrolment.id, cause.id));
      return found?.name ?? null;
    }
    default:
      return null;
  }
}

async function titleOf(db: Db, templateId: string): Promise<string> {
  const [found] = await db
    .select({ title: messageTemplate.title })
    .from(messageTemplate)
    .where(eq(messageTemplate.templateId, templateId));
  return found?.title ?? templateId;
}

/** WeChat names a message by its number in TEMPLATESENDJOBFINISH; the sent event of a 订阅通知 has a number of its own. */
async function findEvent(
  db: Db,
  { wechatUserId, msgid }: Pick<typeof message.$inferSelect, 'wechatUserId' | 'msgid'>,
): Promise<MessageTrace['event']> {
  if (wechatUserId === null || msgid === null) return null;
  const status = sql<string>`coalesce(${wechatEvent.content} ->> 'Status', '')`;
  const [found] = await db
    .select({ id: wechatEvent.id, status, receivedAt: wechatEvent.receivedAt })
    .from(wechatEvent)
    .where(and(eq(wechatEvent.wechatUserId, wechatUserId), sql`${wechatEvent.content} ->> 'MsgID' = ${msgid}`))
    .orderBy(desc(wechatEvent.id))
    .limit(1);
  return found ?? null;
}
