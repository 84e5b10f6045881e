import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import {
  account,
  coupon,
  couponRecord,
  enrolment,
  enrolmentForm,
  enrolmentGrant,
  order,
  orderLine,
  payment,
  paymentEvent,
  product,
} from '@/db/schema';
import type { ProductKind } from '@/lib/domain/catalogue';
import { maskPhone } from '@/lib/domain/mask-phone';
import { isOrderNumber } from '@/lib/domain/order-number';
import type { OrderMoments } from '@/lib/domain/order-timeline';
import type { Amounts } from '@/lib/domain/settlement';
import { refundsOf } from '../refunds';
import { adminDb } from './admin-db';
import { auditOfAll } from './audit';
import { readBeliEntries, readCoupons, readMessages } from './order-effects';

interface DetailLine extends Amounts {
  readonly id: number;
  readonly kind: ProductKind;
  readonly slug: string;
  readonly name: string;
  readonly validDays: number;
  readonly couponName: string | null;
  /** The access it gave; null while the order is not paid. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly revokedAt: Date | null;
  /** When the course was opened by a 报名表; null keeps it closed. */
  readonly openedAt: Date | null;
}

/** Of the log, on the page of one order. */
const MOST_AUDIT = 30;

export type OrderForAdmin = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

/** Everything about one order; null when there is none of that number. */
export async function findOrder(orderNo: string) {
  const db = await adminDb();
  if (!isOrderNumber(orderNo)) return null;
  const [row] = await db
    .select({
      order,
      buyer: { id: account.id, username: account.username, nickname: account.nickname },
      orderCouponName: coupon.name,
      form: enrolmentForm,
    })
    .from(order)
    .innerJoin(account, eq(account.id, order.accountId))
    .leftJoin(couponRecord, eq(couponRecord.id, order.orderCouponRecordId))
    .leftJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .leftJoin(enrolmentForm, eq(enrolmentForm.orderId, order.id))
    .where(eq(order.orderNo, orderNo));
  if (!row) return null;
  const { listFen, lineDiscountFen, orderDiscountFen, beli, cashFen } = row.order;
  const { id } = row.order;
  const refunds = await refundsOf(db, id);
  const [lines, payments, events, coupons, entries, messages, audit] = await Promise.all([
    readLines(db, id),
    readPayments(db, id),
    readEvents(db, id),
    readCoupons(db, row.order),
    readBeliEntries(db, id),
    readMessages(db, row.order, refunds),
    readAudit(db, orderNo, refunds),
  ]);
  return {
    orderNo,
    buyer: row.buyer,
    moments: momentsOf(row.order, row.form?.submittedAt ?? null),
    amounts: { listFen, lineDiscountFen, orderDiscountFen, beli, cashFen } satisfies Amounts,
    orderCouponName: row.orderCouponName,
    form: row.form && {
      name: row.form.name,
      phone: maskPhone(row.form.phone),
      education: row.form.education,
      goal: row.form.goal,
      submittedAt: row.form.submittedAt,
    },
    lines,
    coupons,
    entries,
    messages,
    audit,
    refunds,
    payments: payments.map((attempt) => ({
      ...attempt,
      events: events.filter((event) => event.paymentId === attempt.id),
    })),
  };
}

const momentsOf = (row: Omit<OrderMoments, 'enrolledAt'>, enrolledAt: Date | null): OrderMoments => ({
  status: row.status,
  placedAt: row.placedAt,
  expiresAt: row.expiresAt,
  paidAt: row.paidAt,
  closedAt: row.closedAt,
  enrolledAt,
});

const readLines = (db: Db, orderId: number): Promise<DetailLine[]> =>
  db
    .select({
      id: orderLine.id,
      kind: orderLine.productKind,
      slug: product.slug,
      name: orderLine.productName,
      validDays: orderLine.validDays,
      couponName: coupon.name,
      listFen: orderLine.listFen,
      lineDiscountFen: orderLine.lineDiscountFen,
      orderDiscountFen: orderLine.orderDiscountFen,
      beli: orderLine.beli,
      cashFen: orderLine.cashFen,
      startsAt: enrolmentGrant.startsAt,
      endsAt: enrolmentGrant.endsAt,
      revokedAt: enrolmentGrant.revokedAt,
      openedAt: enrolment.openedAt,
    })
    .from(orderLine)
    .innerJoin(product, eq(product.id, orderLine.productId))
    .leftJoin(couponRecord, eq(couponRecord.id, orderLine.couponRecordId))
    .leftJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .leftJoin(enrolmentGrant, eq(enrolmentGrant.orderLineId, orderLine.id))
    .leftJoin(enrolment, eq(enrolment.id, enrolmentGrant.enrolmentId))
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.position));

const readPayments = (db: Db, orderId: number) =>
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
      closedAt: payment.closedAt,
    })
    .from(payment)
    .where(eq(payment.orderId, orderId))
    .orderBy(asc(payment.id));

/** What the gateway said of each attempt, without its words: they hold the buyer's ids. */
const readEvents = (db: Db, orderId: number) =>
  db
    .select({
      id: paymentEvent.id,
      paymentId: paymentEvent.paymentId,
      source: paymentEvent.source,
      verdict: paymentEvent.verdict,
      receivedAt: paymentEvent.receivedAt,
    })
    .from(paymentEvent)
    .innerJoin(payment, eq(payment.id, paymentEvent.paymentId))
    .where(eq(payment.orderId, orderId))
    .orderBy(asc(paymentEvent.id));

/** What administrators did to the order and to its refunds. */
const readAudit = (db: Db, orderNo: string, refunds: readonly { readonly id: number }[]) =>
  auditOfAll(
    db,
    [
      { kind: 'order', subjectId: orderNo } as const,
      ...refunds.map(({ id }) => ({ kind: 'refund', subjectId: id }) as const),
    ],
    MOST_AUDIT,
  );
