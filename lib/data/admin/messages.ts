import 'server-only';
import { and, count, desc, eq, ilike, or } from 'drizzle-orm';
import { account, message } from '@/db/schema';
import type { MessageSearch } from '@/lib/domain/admin/message-search';
import type { MessageKind, MessageStatus } from '@/lib/domain/message';
import { reasonWords } from '@/lib/domain/message-reason';
import { adminDb } from './admin-db';
import { containing, type ListPage, listPage, offsetOf, PAGE_SIZE } from './paging';

export interface MessageRow {
  readonly id: number;
  readonly title: string;
  readonly kind: MessageKind;
  readonly status: MessageStatus;
  /** Why it failed or waits, in words. */
  readonly reason: string | null;
  readonly accountId: number;
  readonly name: string;
  readonly createdAt: Date;
}

/** A page of every message of the outbox, the newest first. */
export async function listAllMessages({ q, kind, status, page }: MessageSearch): Promise<ListPage<MessageRow>> {
  const db = await adminDb();
  const where = and(
    kind === null ? undefined : eq(message.kind, kind),
    status === null ? undefined : eq(message.status, status),
    q === ''
      ? undefined
      : or(
          ilike(message.title, containing(q)),
          ilike(account.nickname, containing(q)),
          ilike(account.username, containing(q)),
        ),
  );
  const [rows, [total]] = await Promise.all([
    db
      .select({
        id: message.id,
        title: message.title,
        kind: message.kind,
        status: message.status,
        reason: message.reason,
        accountId: message.accountId,
        name: account.nickname,
        createdAt: message.createdAt,
      })
      .from(message)
      .innerJoin(account, eq(account.id, message.accountId))
      .where(where)
      .orderBy(desc(message.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(page)),
    db.select({ messages: count() }).from(message).innerJoin(account, eq(account.id, message.accountId)).where(where),
  ]);
  return listPage(
    rows.map((row) => ({ ...row, reason: row.reason === null ? null : reasonWords(row.reason) })),
    total?.messages ?? 0,
  );
}
