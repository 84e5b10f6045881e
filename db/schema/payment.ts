import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { PAYMENT_EVENT_SOURCES, PAYMENT_METHODS } from '@/lib/domain/payment';
import { PAYMENT_STATUSES, REFUND_STATUSES } from '@/lib/domain/states';
import { account } from './account';
import { at, beliColumn, createdAt, fenColumn, id, oneOf, reference } from './columns';
import { order, orderLine } from './order';

/** One attempt to pay an order; each has an out_trade_no of its own. */
export const payment = pgTable(
  'payment',
  {
    id: id(),
    orderId: reference()
      .notNull()
      .references(() => order.id),
    outTradeNo: text().notNull().unique(),
    /** Alipay's number; known once the buyer has paid. */
    tradeNo: text().unique(),
    method: text({ enum: PAYMENT_METHODS }).notNull(),
    status: text({ enum: PAYMENT_STATUSES }).notNull().default('created'),
    amountFen: fenColumn().notNull(),
    createdAt: createdAt(),
    paidAt: at(),
    closedAt: at(),
  },
  (t) => [
    index('payment_order_idx').on(t.orderId),
    check('payment_method_check', oneOf(t.method, PAYMENT_METHODS)),
    check('payment_status_check', oneOf(t.status, PAYMENT_STATUSES)),
    check('payment_amount_check', sql`${t.amountFen} > 0`),
    check(
      'payment_paid_check',
      sql`(${t.status} in ('paid', 'late', 'refunded')) = (${t.paidAt} is not null and ${t.tradeNo} is not null)`,
    ),
  ],
);

/** Everything the gateway ever said, verbatim, with what we made of it. Append-only. */
export const paymentEvent = pgTable(
  'payment_event',
  {
    id: id(),
    source: text({ enum: PAYMENT_EVENT_SOURCES }).notNull(),
    paymentId: reference().references(() => payment.id),
    outTradeNo: text(),
    notifyId: text(),
    body: text().notNull(),
    /** A settle outcome, or the reason it was refused. */
    verdict: text().notNull(),
    receivedAt: createdAt(),
  },
  (t) => [
    index('payment_event_payment_idx').on(t.paymentId),
    index('payment_event_received_at_idx').on(t.receivedAt),
    check('payment_event_source_check', oneOf(t.source, PAYMENT_EVENT_SOURCES)),
  ],
);

/** One request to give money back; several of one order may run, each with its own state. */
export const refund = pgTable(
  'refund',
  {
    id: id(),
    orderId: reference()
      .notNull()
      .references(() => order.id),
    paymentId: reference().references(() => payment.id),
    /** Kept across retries: it is what makes a refund happen once. */
    outRequestNo: text().notNull().unique(),
    status: text({ enum: REFUND_STATUSES }).notNull().default('requested'),
    cashFen: fenColumn().notNull(),
    beli: beliColumn().notNull(),
    reason: text().notNull(),
    decision: text(),
    requestedBy: reference()
      .notNull()
      .references(() => account.id),
    decidedBy: reference().references(() => account.id),
    createdAt: createdAt(),
    decidedAt: at(),
    finishedAt: at(),
  },
  (t) => [
    index('refund_order_idx').on(t.orderId),
    index('refund_status_idx').on(t.status),
    check('refund_status_check', oneOf(t.status, REFUND_STATUSES)),
    check('refund_amounts_check', sql`${t.cashFen} >= 0 and ${t.beli} >= 0`),
  ],
);

export const refundLine = pgTable(
  'refund_line',
  {
    id: id(),
    refundId: reference()
      .notNull()
      .references(() => refund.id),
    orderLineId: reference()
      .notNull()
      .references(() => orderLine.id),
    cashFen: fenColumn().notNull(),
    beli: beliColumn().notNull(),
  },
  (t) => [
    unique('refund_line_key').on(t.refundId, t.orderLineId),
    index('refund_line_order_line_idx').on(t.orderLineId),
    check('refund_line_amounts_check', sql`${t.cashFen} >= 0 and ${t.beli} >= 0`),
  ],
);
