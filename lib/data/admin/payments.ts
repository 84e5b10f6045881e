import 'server-only';
import { and, count, desc, eq, gte, ilike, lt, or, type SQL } from 'drizzle-orm';
import { account, order, payment, paymentEvent, refund } from '@/db/schema';
import type { PaymentSearch } from '@/lib/domain/admin/payment-search';
import { endOfDay, startOfDay } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';
import { listPage, offsetOf, PAGE_SIZE, startingWith } from './paging';

/** A page of all attempts to pay, the latest first. */
export async function listPayments(search: PaymentSearch) {
  const db = await adminDb();
  const where = and(...conditions(search));
  const [rows, [total]] = await Promise.all([
    db
      .select({
        id: payment.id,
        outTradeNo: payment.outTradeNo,
        tradeNo: payment.tradeNo,
        method: payment.method,
        status: payment.status,
        amountFen: payment.amountFen,
        createdAt: payment.createdAt,
        paidAt: payment.paidAt,
        orderNo: order.orderNo,
        nickname: account.nickname,
      })
      .from(payment)
      .innerJoin(order, eq(order.id, payment.orderId))
      .innerJoin(account, eq(account.id, order.accountId))
      .where(where)
      .orderBy(desc(payment.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(search.page)),
    db.select({ payments: count() }).from(payment).innerJoin(order, eq(order.id, payment.orderId)).where(where),
  ]);
  return listPage(rows, total?.payments ?? 0);
}
export type PaymentRow = Awaited<ReturnType<typeof listPayments>>['rows'][number];

function conditions({ q, status, from, to }: PaymentSearch): (SQL | undefined)[] {
  const begins = startingWith(q);
  return [
    status === null ? undefined : eq(payment.status, status),
    from === null ? undefined : gte(payment.createdAt, startOfDay(from)),
    to === null ? undefined : lt(payment.createdAt, endOfDay(to)),
    q === ''
      ? undefined
      : or(ilike(payment.outTradeNo, begins), ilike(payment.tradeNo, begins), ilike(order.orderNo, begins)),
  ];
}

/** More than any attempt was ever told of; a storm of duplicates stays readable. */
const MOST_EVENTS = 200;

/** One attempt with what the gateway said of it, verbatim, the latest first; null when there is none. */
export async function findPayment(id: number) {
  const db = await adminDb();
  const [[found], events, [total], refunds] = await Promise.all([
    db
      .select({
        payment,
        orderNo: order.orderNo,
        orderStatus: order.status,
        accountId: account.id,
        nickname: account.nickname,
      })
      .from(payment)
      .innerJoin(order, eq(order.id, payment.orderId))
      .innerJoin(account, eq(account.id, order.accountId))
      .where(eq(payment.id, id)),
    db
      .select()
      .from(paymentEvent)
      .where(eq(paymentEvent.paymentId, id))
      .orderBy(desc(paymentEvent.id))
      .limit(MOST_EVENTS),
    db.select({ events: count() }).from(paymentEvent).where(eq(paymentEvent.paymentId, id)),
    db
      .select({ id: refund.id, outRequestNo: refund.outRequestNo, status: refund.status, cashFen: refund.cashFen })
      .from(refund)
      .where(eq(refund.paymentId, id))
      .orderBy(desc(refund.id)),
  ]);
  return found ? { ...found, events, eventCount: total?.events ?? 0, refunds } : null;
}
export type PaymentDetail = NonNullable<Awaited<ReturnType<typeof findPayment>>>;
