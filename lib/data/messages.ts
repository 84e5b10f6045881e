import 'server-only';
import { count, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { message } from '@/db/schema';
import type { MessageStatus } from '@/lib/domain/message';
import { reasonWords } from '@/lib/domain/message-reason';
import { linesOf, type MessageLines, readLabels } from './message-lines';

const PAGE_SIZE = 10;

export interface MessageCard {
  readonly id: number;
  readonly title: string;
  /** Plain words; empty when the lines say it all. */
  readonly text: string;
  readonly lines: MessageLines;
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
