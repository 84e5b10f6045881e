import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { PAYMENT_EVENT_SOURCES, PAYMENT_METHODS } from '@/lib/domain/payment';
import { REFUND_KINDS, REFUND_SOURCES } from '@/lib/domain/refund-kinds';
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
    // The books are kept by the day on which money came.
    index('payment_paid_at_idx').on(t.paidAt).where(sql`${t.paidAt} is not null`),
    // Money that came too late is looked for every minute, and there is hardly any.
    index('payment_late_idx').on(t.id).where(sql`${t.status} = 'late'`),
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

/**
 * One request to give money back; several of one order may run, each with its own state. `lines`: whole order lines, by
 * their frozen shares. `late`: a payment that no order could take, whole, without any line.
 */
export const refund = pgTable(
  'refund',
  {
    id: id(),
    orderId: reference()
      .notNull()
      .references(() => order.id),
    paymentId: reference().references(() => payment.id),
    kind: text({ enum: REFUND_KINDS }).notNull().default('lines'),
    source: text({ enum: REFUND_SOURCES }).notNull().default('student'),
    /** Kept across retries: it is what makes a refund happen once. */
    outRequestNo: text().notNull().unique(),
    status: text({ enum: REFUND_STATUSES }).notNull().default('requested'),
    cashFen: fenColumn().notNull(),
    beli: beliColumn().notNull(),
    reason: text().notNull(),
    decision: text(),
    /** Null: the shop itself. */
    requestedBy: reference().references(() => account.id),
    decidedBy: reference().references(() => account.id),
    createdAt: createdAt(),
    decidedAt: at(),
    finishedAt: at(),
    /** How often the gateway was asked to pay it back, and since when the last asking is under way. */
    attempts: integer().notNull().default(0),
    sendingSince: at(),
    /** Why the gateway refused, in its words. */
    failure: text(),
  },
  (t) => [
    index('refund_order_idx').on(t.orderId),
    index('refund_status_idx').on(t.status, t.createdAt),
    index('refund_finished_at_idx').on(t.finishedAt).where(sql`${t.finishedAt} is not null`),
    // Money nobody could take goes back once.
    uniqueIndex('refund_late_key')
      .on(t.paymentId)
      .where(sql`${t.kind} = 'late' and ${t.status} not in ('rejected', 'failed')`),
    check('refund_kind_check', oneOf(t.kind, REFUND_KINDS)),
    check('refund_source_check', oneOf(t.source, REFUND_SOURCES)),
    check('refund_late_check', sql`${t.kind} <> 'late' or (${t.paymentId} is not null and ${t.beli} = 0)`),
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
    /** False once its refund was rejected or has failed, or when it was not approved with the others. */
    isActive: boolean().notNull().default(true),
  },
  (t) => [
    // A line is given back once: what keeps the refunded from passing the paid, however many ask at once.
    uniqueIndex('refund_line_active_key').on(t.orderLineId).where(sql`${t.isActive}`),
    unique('refund_line_key').on(t.refundId, t.orderLineId),
    index('refund_line_order_line_idx').on(t.orderLineId),
    check('refund_line_amounts_check', sql`${t.cashFen} >= 0 and ${t.beli} >= 0`),
  ],
);
