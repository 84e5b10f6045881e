import 'server-only';
import { and, count, desc, eq, gte, ilike, inArray, lt, notInArray, or, type SQL } from 'drizzle-orm';
import { paymentEvent } from '@/db/schema';
import type { EventResult, EventSearch } from '@/lib/domain/admin/payment-search';
import { PEOPLE_VERDICTS, REFUSED_VERDICTS } from '@/lib/domain/payment-labels';
import { endOfDay, startOfDay } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';
import { listPage, offsetOf, PAGE_SIZE, startingWith } from './paging';

/** A page of all that was ever heard of money, verbatim, the latest first: what was refused, too. */
export async function listPaymentEvents(search: EventSearch) {
  const db = await adminDb();
  const where = and(...conditions(search));
  const [rows, [total]] = await Promise.all([
    db
      .select()
      .from(paymentEvent)
      .where(where)
      .orderBy(desc(paymentEvent.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(search.page)),
    db.select({ events: count() }).from(paymentEvent).where(where),
  ]);
  return listPage(rows, total?.events ?? 0);
}
export type PaymentEventRow = Awaited<ReturnType<typeof listPaymentEvents>>['rows'][number];

const RESULTS: Readonly<Record<EventResult, SQL>> = {
  accepted: notInArray(paymentEvent.verdict, [...REFUSED_VERDICTS]),
  refused: inArray(paymentEvent.verdict, [...REFUSED_VERDICTS]),
  people: inArray(paymentEvent.verdict, [...PEOPLE_VERDICTS]),
};

function conditions({ q, source, result, from, to }: EventSearch): (SQL | undefined)[] {
  return [
    source === null ? undefined : eq(paymentEvent.source, source),
    result === null ? undefined : RESULTS[result],
    from === null ? undefined : gte(paymentEvent.receivedAt, startOfDay(from)),
    to === null ? undefined : lt(paymentEvent.receivedAt, endOfDay(to)),
    q === ''
      ? undefined
      : or(ilike(paymentEvent.outTradeNo, startingWith(q)), ilike(paymentEvent.notifyId, startingWith(q))),
  ];
}
