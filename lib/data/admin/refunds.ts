import 'server-only';
import { and, count, desc, eq, gte, ilike, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/client';
import { account, order, payment, refund, refundLine } from '@/db/schema';
import { findRefundable, refundsOf } from '@/lib/data/refunds';
import type { RefundSearch } from '@/lib/domain/admin/refund-search';
import { endOfDay, startOfDay } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';
import { auditOf } from './audit';
import { containing, listPage, offsetOf, PAGE_SIZE, startingWith } from './paging';

/** Late money that the gateway refused to give back, and that nobody has tried again. */
const isStuck = sql<boolean>`(${refund.kind} = 'late' and ${refund.status} = 'failed' and not exists (
  select 1 from ${refund} as again where again.payment_id = ${refund.paymentId} and again.id > ${refund.id}))`;
/** Agreed to and refused by the gateway, and nobody has asked for these lines or begun a refund of them since. */
const isUndone = sql<boolean>`(${refund.kind} = 'lines' and ${refund.status} = 'failed' and not exists (
  select 1 from ${refundLine} as mine join ${refundLine} as again
    on again.order_line_id = mine.order_line_id and again.refund_id > mine.refund_id
  where mine.refund_id = ${refund.id}))`;
/** Waits for an administrator. */
const isWaiting = sql<boolean>`(${refund.status} = 'requested' or ${isStuck} or ${isUndone})`;

const refunds = (db: Db) =>
  db
    .select({
      id: refund.id,
      orderNo: order.orderNo,
      accountId: account.id,
      username: account.username,
      nickname: account.nickname,
      kind: refund.kind,
      source: refund.source,
      status: refund.status,
      cashFen: refund.cashFen,
      beli: refund.beli,
      reason: refund.reason,
      createdAt: refund.createdAt,
      finishedAt: refund.finishedAt,
      isWaiting,
    })
    .from(refund)
    .innerJoin(order, eq(order.id, refund.orderId))
    .innerJoin(account, eq(account.id, order.accountId))
    .$dynamic();

export type RefundRow = Awaited<ReturnType<typeof refunds>>[number];

/** A page of everybody's refunds: those that wait for an administrator first, then the latest. */
export async function listRefunds(search: RefundSearch) {
  const db = await adminDb();
  const where = and(...conditions(search));
  const [rows, [total]] = await Promise.all([
    refunds(db)
      .where(where)
      .orderBy(desc(isWaiting), desc(refund.createdAt), desc(refund.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(search.page)),
    db
      .select({ refunds: count() })
      .from(refund)
      .innerJoin(order, eq(order.id, refund.orderId))
      .innerJoin(account, eq(account.id, order.accountId))
      .where(where),
  ]);
  return listPage(rows, total?.refunds ?? 0);
}

const conditions = ({ q, status, source, from, to }: RefundSearch): (SQL | undefined)[] => [
  status === null ? undefined : eq(refund.status, status),
  source === null ? undefined : eq(refund.source, source),
  from === null ? undefined : gte(refund.createdAt, startOfDay(from)),
  to === null ? undefined : lt(refund.createdAt, endOfDay(to)),
  q === ''
    ? undefined
    : or(
        ilike(order.orderNo, startingWith(q)),
        ilike(account.username, containing(q)),
        ilike(account.nickname, containing(q)),
      ),
];

/** How many wait for an administrator: to be decided, or because the gateway would not give the money back. */
export async function countWaitingRefunds(): Promise<number> {
  const db = await adminDb();
  return db.$count(refund, isWaiting);
}

export type RefundForAdmin = NonNullable<Awaited<ReturnType<typeof findRefund>>>;

/** Everything about one refund; null when there is none. */
export async function findRefund(refundId: number) {
  const db = await adminDb();
  const decider = alias(account, 'decider');
  const [row] = await db
    .select({
      orderId: order.id,
      orderNo: order.orderNo,
      orderStatus: order.status,
      paidAt: order.paidAt,
      buyer: { id: account.id, username: account.username, nickname: account.nickname },
      decidedBy: decider.username,
      attempts: refund.attempts,
      sendingSince: refund.sendingSince,
      payment: { id: payment.id, outTradeNo: payment.outTradeNo, tradeNo: payment.tradeNo, status: payment.status },
      /** retryLateRefund may try it again. */
      isStuck,
      /** The lines wait for another refund. */
      isUndone,
    })
    .from(refund)
    .innerJoin(order, eq(order.id, refund.orderId))
    .innerJoin(account, eq(account.id, order.accountId))
    .leftJoin(decider, eq(decider.id, refund.decidedBy))
    .leftJoin(payment, eq(payment.id, refund.paymentId))
    .where(eq(refund.id, refundId));
  if (!row) return null;
  const [all, audit] = await Promise.all([refundsOf(db, row.orderId), auditOf(db, 'refund', refundId)]);
  const found = all.find(({ id }) => id === refundId);
  return found ? { ...row, ...found, audit } : null;
}

/** What the form that starts a refund shows of anyone's order; null when there is none. */
export async function findRefundableForAdmin(orderNo: string) {
  return findRefundable(await adminDb(), null, orderNo);
}
