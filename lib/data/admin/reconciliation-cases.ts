import 'server-only';
import { and, count, desc, eq, ilike, or, type SQL } from 'drizzle-orm';
import { account, billEntry, order, payment, reconciliationCase, refund } from '@/db/schema';
import type { CaseSearch } from '@/lib/domain/admin/reconciliation-search';
import { adminDb } from './admin-db';
import { listPage, offsetOf, PAGE_SIZE, startingWith } from './paging';

/** A page of the differences between bills and us, the latest day first. */
export async function listCases(search: CaseSearch) {
  const db = await adminDb();
  const where = and(...conditions(search));
  const [rows, [total]] = await Promise.all([
    db
      .select({
        id: reconciliationCase.id,
        day: reconciliationCase.day,
        subject: reconciliationCase.subject,
        kind: reconciliationCase.kind,
        status: reconciliationCase.status,
        outcome: reconciliationCase.outcome,
        ourFen: reconciliationCase.ourFen,
        theirFen: reconciliationCase.theirFen,
      })
      .from(reconciliationCase)
      .where(where)
      .orderBy(desc(reconciliationCase.day), desc(reconciliationCase.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(search.page)),
    db.select({ cases: count() }).from(reconciliationCase).where(where),
  ]);
  return listPage(rows, total?.cases ?? 0);
}
export type CaseRow = Awaited<ReturnType<typeof listCases>>['rows'][number];

function conditions({ q, kind, status, day }: CaseSearch): (SQL | undefined)[] {
  const { subject } = reconciliationCase;
  return [
    kind === null ? undefined : eq(reconciliationCase.kind, kind),
    status === null ? undefined : eq(reconciliationCase.status, status),
    day === null ? undefined : eq(reconciliationCase.day, day),
    q === ''
      ? undefined
      : or(ilike(subject, `payment:${startingWith(q)}`), ilike(subject, `refund:%${startingWith(q)}`)),
  ];
}

/** One difference with both sides of it; null when there is none. */
export async function findCase(id: number) {
  const db = await adminDb();
  const [found] = await db
    .select({
      case: reconciliationCase,
      raw: billEntry.raw,
      tradeNo: billEntry.tradeNo,
      finishedAt: billEntry.finishedAt,
      payment: { id: payment.id, outTradeNo: payment.outTradeNo, status: payment.status, paidAt: payment.paidAt },
      refund: {
        id: refund.id,
        outRequestNo: refund.outRequestNo,
        status: refund.status,
        finishedAt: refund.finishedAt,
      },
      orderNo: order.orderNo,
      orderStatus: order.status,
      closedBy: account.username,
    })
    .from(reconciliationCase)
    .leftJoin(
      billEntry,
      and(eq(billEntry.day, reconciliationCase.day), eq(billEntry.subject, reconciliationCase.subject)),
    )
    .leftJoin(payment, eq(payment.id, reconciliationCase.paymentId))
    .leftJoin(refund, eq(refund.id, reconciliationCase.refundId))
    .leftJoin(order, eq(order.id, payment.orderId))
    .leftJoin(account, eq(account.id, reconciliationCase.closedBy))
    .where(eq(reconciliationCase.id, id));
  return found ?? null;
}
export type CaseDetail = NonNullable<Awaited<ReturnType<typeof findCase>>>;
