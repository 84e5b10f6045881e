import 'server-only';
import { and, count, desc, eq, gte, ilike, lt, or, type SQL } from 'drizzle-orm';
import { account, beliEntry, order } from '@/db/schema';
import type { BeliSearch } from '@/lib/domain/admin/beli-search';
import { endOfDay, startOfDay } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';
import { containing, listPage, offsetOf, PAGE_SIZE, startingWith } from './paging';

/** A page of everybody's 贝里 entries, the latest first. */
export async function listBeliEntries(search: BeliSearch) {
  const db = await adminDb();
  const where = and(...conditions(search));
  const [rows, [total]] = await Promise.all([
    db
      .select({
        id: beliEntry.id,
        accountId: account.id,
        username: account.username,
        nickname: account.nickname,
        kind: beliEntry.kind,
        delta: beliEntry.delta,
        heldDelta: beliEntry.heldDelta,
        balanceAfter: beliEntry.balanceAfter,
        heldAfter: beliEntry.heldAfter,
        note: beliEntry.note,
        orderNo: order.orderNo,
        createdAt: beliEntry.createdAt,
      })
      .from(beliEntry)
      .innerJoin(account, eq(account.id, beliEntry.accountId))
      .leftJoin(order, eq(order.id, beliEntry.orderId))
      .where(where)
      .orderBy(desc(beliEntry.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(search.page)),
    db
      .select({ entries: count() })
      .from(beliEntry)
      .innerJoin(account, eq(account.id, beliEntry.accountId))
      .leftJoin(order, eq(order.id, beliEntry.orderId))
      .where(where),
  ]);
  return listPage(rows, total?.entries ?? 0);
}
export type BeliEntryRow = Awaited<ReturnType<typeof listBeliEntries>>['rows'][number];

function conditions({ q, kind, from, to }: BeliSearch): (SQL | undefined)[] {
  return [
    kind === null ? undefined : eq(beliEntry.kind, kind),
    from === null ? undefined : gte(beliEntry.createdAt, startOfDay(from)),
    to === null ? undefined : lt(beliEntry.createdAt, endOfDay(to)),
    q === ''
      ? undefined
      : or(
          ilike(account.username, containing(q)),
          ilike(account.nickname, containing(q)),
          ilike(beliEntry.note, containing(q)),
          ilike(order.orderNo, startingWith(q)),
        ),
  ];
}
