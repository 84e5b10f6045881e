import { and, asc, eq, type SQL } from 'drizzle-orm';
import { account, order, orderLine, payment, refund, refundLine } from '@/db/schema';
import type { RefundableLine } from '@/lib/domain/refund';
import type { TxCtx } from '../ctx';

export interface RefundableOrder {
  readonly id: number;
  readonly orderNo: string;
  readonly status: typeof order.$inferSelect.status;
  readonly paidAt: Date | null;
  /** In the order of the order. */
  readonly lines: readonly RefundableLine[];
  /** What paid it; null when it cost no cash. */
  readonly paymentId: number | null;
}

/** The order that `where` names, its account locked and then itself: nobody else begins a refund of it meanwhile. */
export async function lockRefundable(ctx: TxCtx, where: SQL | undefined): Promise<RefundableOrder | null> {
  const [row] = await ctx.db
    .select({ order })
    .from(order)
    .innerJoin(account, eq(account.id, order.accountId))
    .where(where)
    .for('no key update', { of: [account, order] });
  if (!row) return null;
  const { id, orderNo, status, paidAt } = row.order;
  const [lines, [paid]] = await Promise.all([
    readLines(ctx, id),
    ctx.db
      .select({ id: payment.id })
      .from(payment)
      .where(and(eq(payment.orderId, id), eq(payment.status, 'paid'))),
  ]);
  return { id, orderNo, status, paidAt, lines, paymentId: paid?.id ?? null };
}

const readLines = (ctx: TxCtx, orderId: number): Promise<RefundableLine[]> =>
  ctx.db
    .select({
      id: orderLine.id,
      cashFen: orderLine.cashFen,
      beli: orderLine.beli,
      refundStatus: refund.status,
    })
    .from(orderLine)
    .leftJoin(refundLine, and(eq(refundLine.orderLineId, orderLine.id), eq(refundLine.isActive, true)))
    .leftJoin(refund, eq(refund.id, refundLine.refundId))
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.position));
