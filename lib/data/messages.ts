import 'server-only';
import { count, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { message, messageTemplate } from '@/db/schema';
import type { MessageContent, MessageStatus } from '@/lib/domain/message';
import { reasonWords } from '@/lib/domain/message-reason';
import { noticeLines } from '@/lib/domain/notice-words';

const PAGE_SIZE = 10;

export interface MessageCard {
  readonly id: number;
  readonly title: string;
  /** Plain words; empty when the lines say it all. */
  readonly text: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
  readonly status: MessageStatus;
  /** Why it failed or waits, in words. */
  readonly reason: string | null;
  readonly createdAt: Date;
}

export interface MessageList {
  readonly messages: readonly MessageCard[];
  readonly pageCount: number;
}

/** A page, from 1, of what the school wrote to an account, newest first. */
export async function findMessages(db: Db, accountId: number, page: number): Promise<MessageList> {
  const own = eq(message.accountId, accountId);
  const [rows, [total]] = await Promise.all([
    db
      .select()
      .from(message)
      .where(own)
      .orderBy(desc(message.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    db.select({ messages: count() }).from(message).where(own),
  ]);
  const labels = await readLabels(
    db,
    rows.map(({ content }) => content),
  );
  return {
    messages: rows.map(({ id, title, content, status, reason, createdAt }) => ({
      id,
      title,
      status,
      createdAt,
      text: content.kind === 'text' ? content.text : '',
      lines: linesOf(content, labels),
      reason: reason === null ? null : reasonWords(reason),
    })),
    pageCount: Math.ceil((total?.messages ?? 0) / PAGE_SIZE),
  };
}

/** By template and field. */
type Labels = ReadonlyMap<string, ReadonlyMap<string, string>>;

async function readLabels(db: Db, contents: readonly MessageContent[]): Promise<Labels> {
  const ids = contents.flatMap((content) => (content.kind === 'template' ? [content.templateId] : []));
  if (ids.length === 0) return new Map();
  const templates = await db.select().from(messageTemplate).where(inArray(messageTemplate.templateId, ids));
  return new Map(
    templates.map(({ templateId, fields }) => [templateId, new Map(fields.map(({ name, label }) => [name, label]))]),
  );
}

function linesOf(content: MessageContent, labels: Labels): MessageCard['lines'] {
  if (content.kind === 'text') return [];
  if (content.kind === 'notice') return noticeLines(content);
  const known = labels.get(content.templateId);
  return Object.entries(content.data).map(([name, value]) => [known?.get(name) || '内容', value]);
}
