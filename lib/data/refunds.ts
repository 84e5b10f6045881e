import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { coupon, couponRecord, order, orderLine, refund, refundLine } from '@/db/schema';
import type { Beli, Fen } from '@/lib/domain/money';
import { isOrderNumber } from '@/lib/domain/order-number';
import type { RefundableLine } from '@/lib/domain/refund';
import type { RefundKind, RefundSource } from '@/lib/domain/refund-kinds';
import type { Day } from '@/lib/domain/shanghai-day';
import type { OrderStatus, RefundStatus } from '@/lib/domain/states';

export interface RefundedLine {
  readonly orderLineId: number;
  readonly name: string;
  readonly cashFen: Fen;
  readonly beli: Beli;
  /** False: not agreed to with the others, or its refund was rejected or has failed. */
  readonly isActive: boolean;
}

export interface OrderRefund {
  readonly id: number;
  readonly kind: RefundKind;
  readonly source: RefundSource;
  readonly status: RefundStatus;
  readonly outRequestNo: string;
  readonly cashFen: Fen;
  readonly beli: Beli;
  readonly reason: string;
  /** Why it was rejected. */
  readonly decision: string | null;
  /** Why the gateway refused, in its words: for administrators. */
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Empty for late money. */
  readonly lines: readonly RefundedLine[];
}

/** Every refund of an order, the latest first. The caller knows that the order may be seen. */
export async function refundsOf(db: Db, orderId: number): Promise<OrderRefund[]> {
  const rows = await db
    .select({
      id: refund.id,
      kind: refund.kind,
      source: refund.source,
      status: refund.status,
      outRequestNo: refund.outRequestNo,
      cashFen: refund.cashFen,
      beli: refund.beli,
      reason: refund.reason,
      decision: refund.decision,
      failure: refund.failure,
      createdAt: refund.createdAt,
      decidedAt: refund.decidedAt,
      finishedAt: refund.finishedAt,
    })
    .from(refund)
    .where(eq(refund.orderId, orderId))
    .orderBy(desc(refund.id));
  const lines = await linesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, lines: lines.filter(({ refundId }) => refundId === row.id) }));
}

async function linesOf(
  db: Db,
  refundIds: readonly number[],
): Promise<(RefundedLine & { readonly refundId: number })[]> {
  if (refundIds.length === 0) return [];
  return db
    .select({
      refundId: refundLine.refundId,
      orderLineId: refundLine.orderLineId,
      name: orderLine.productName,
      cashFen: refundLine.cashFen,
      beli: refundLine.beli,
      isActive: refundLine.isActive,
    })
    .from(refundLine)
    .innerJoin(orderLine, eq(orderLine.id, refundLine.orderLineId))
    .where(inArray(refundLine.refundId, [...refundIds]))
    .orderBy(asc(refundLine.refundId), asc(orderLine.position));
}

/** The account's own refunds of one of its orders, the latest first. */
export async function findRefunds(db: Db, accountId: number, orderNo: string): Promise<OrderRefund[]> {
  if (!isOrderNumber(orderNo)) return [];
  const [found] = await db
    .select({ id: order.id })
    .from(order)
    .where(and(eq(order.orderNo, orderNo), eq(order.accountId, accountId)));
  return found ? refundsOf(db, found.id) : [];
}

interface SpentCoupon {
  readonly name: string;
  /** The last day on which it can be used: later it comes back as expired. */
  readonly validUntil: Day;
}

export interface RefundableOrderLine extends RefundableLine {
  readonly name: string;
  readonly couponRecordId: number | null;
  readonly coupon: SpentCoupon | null;
}

/** What a form that asks for a refund shows; `couponsBack` of the domain tells which coupons a choice brings back. */
export interface RefundableOrder {
  readonly orderNo: string;
  readonly status: OrderStatus;
  readonly paidAt: Date | null;
  readonly orderCouponRecordId: number | null;
  readonly orderCoupon: SpentCoupon | null;
  readonly lines: readonly RefundableOrderLine[];
}

/** Of the account's own order; null when they have no such order. `accountId` null: anyone's, for administrators. */
export async function findRefundable(
  db: Db,
  accountId: number | null,
  orderNo: string,
): Promise<RefundableOrder | null> {
  if (!isOrderNumber(orderNo)) return null;
  const [row] = await db
    .select({ order, coupon: { name: coupon.name, validUntil: couponRecord.validUntil } })
    .from(order)
    .leftJoin(couponRecord, eq(couponRecord.id, order.orderCouponRecordId))
    .leftJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .where(and(eq(order.orderNo, orderNo), accountId === null ? undefined : eq(order.accountId, accountId)));
  if (!row) return null;
  const { id, status, paidAt, orderCouponRecordId } = row.order;
  const orderCoupon = spent(row.coupon);
  return { orderNo, status, paidAt, orderCouponRecordId, orderCoupon, lines: await refundableLines(db, id) };
}

const spent = (found: { name: string | null; validUntil: Day | null } | null): SpentCoupon | null =>
  found && found.name !== null && found.validUntil !== null ? { name: found.name, validUntil: found.validUntil } : null;

async function refundableLines(db: Db, orderId: number): Promise<RefundableOrderLine[]> {
  const rows = await db
    .select({
      id: orderLine.id,
      name: orderLine.productName,
      cashFen: orderLine.cashFen,
      beli: orderLine.beli,
      couponRecordId: orderLine.couponRecordId,
      coupon: { name: coupon.name, validUntil: couponRecord.validUntil },
      refundStatus: refund.status,
    })
    .from(orderLine)
    .leftJoin(couponRecord, eq(couponRecord.id, orderLine.couponRecordId))
    .leftJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .leftJoin(refundLine, and(eq(refundLine.orderLineId, orderLine.id), eq(refundLine.isActive, true)))
    .leftJoin(refund, eq(refund.id, refundLine.refundId))
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.position));
  return rows.map((row) => ({ ...row, coupon: spent(row.coupon) }));
}
