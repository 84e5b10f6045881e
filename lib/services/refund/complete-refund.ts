import { and, asc, eq, inArray } from 'drizzle-orm';
import { order, orderLine, payment, refund, refundLine } from '@/db/schema';
import { couponsBack, statusAfterRefund } from '@/lib/domain/refund';
import { postEntry } from '../beli/post-entry';
import type { Ctx, TxCtx } from '../ctx';
import { putRefundNotice } from '../message/put-refund-notice';
import { type LockedRefund, lockRefund } from './lock-refund';
import { returnCoupons } from './return-coupons';
import { revokeGrants } from './revoke-grants';

/**
 * What having been given back means, in one place and one transaction: access revoked, 贝里 and coupons returned, the
 * order's state derived, the student told. Done already: nothing is done.
 */
export async function completeRefund(ctx: Ctx, refundId: number): Promise<'succeeded' | 'nothing'> {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const found = await lockRefund(inside, refundId);
    const done = await tx
      .update(refund)
      .set({ status: 'succeeded', finishedAt: ctx.now })
      .where(and(eq(refund.id, refundId), inArray(refund.status, ['sending', 'unknown'])))
      .returning({ id: refund.id });
    if (!found || done.length === 0) return 'nothing';
    if (found.refund.kind === 'late') await endLateMoney(inside, found);
    else await giveLinesBack(inside, found);
    return 'succeeded';
  });
}

async function endLateMoney(ctx: TxCtx, found: LockedRefund): Promise<void> {
  if (found.refund.paymentId === null) throw new Error(`late refund ${found.refund.id} without a payment`);
  const changed = await ctx.db
    .update(payment)
    .set({ status: 'refunded' })
    .where(and(eq(payment.id, found.refund.paymentId), eq(payment.status, 'late')))
    .returning({ id: payment.id });
  if (changed.length === 0) throw new Error(`refund ${found.refund.id} of a payment that was not late`);
  const lines = await linesOf(ctx, found);
  await putRefundNotice(ctx, { ...found, courses: lines.map(({ name }) => name) });
}

interface Line {
  readonly id: number;
  readonly name: string;
  readonly couponRecordId: number | null;
  /** Of the refund that has it; null: none. */
  readonly refundId: number | null;
  readonly refundStatus: string | null;
}

async function giveLinesBack(ctx: TxCtx, found: LockedRefund): Promise<void> {
  const lines = await linesOf(ctx, found);
  const refunding = lines.filter(({ refundId }) => refundId === found.refund.id);
  const refunded = lines.filter(({ refundStatus }) => refundStatus === 'succeeded');
  const { id: orderId, orderCouponRecordId, accountId } = found.order;
  await ctx.db
    .update(order)
    .set({ status: statusAfterRefund(refunded.length, lines.length) })
    .where(and(eq(order.id, orderId), inArray(order.status, ['paid', 'partially_refunded'])));
  const coupons = couponsBack({ orderCouponRecordId, lines }, idsOf(refunding), idsOf(refunded));
  await returnCoupons(ctx, orderId, coupons);
  await returnBeli(ctx, found);
  await revokeGrants(ctx, accountId, [...idsOf(refunding)]);
  await putRefundNotice(ctx, { ...found, courses: refunding.map(({ name }) => name) });
}

const idsOf = (lines: readonly Line[]): ReadonlySet<number> => new Set(lines.map(({ id }) => id));

const linesOf = (ctx: TxCtx, found: LockedRefund): Promise<Line[]> =>
  ctx.db
    .select({
      id: orderLine.id,
      name: orderLine.productName,
      couponRecordId: orderLine.couponRecordId,
      refundId: refund.id,
      refundStatus: refund.status,
    })
    .from(orderLine)
    .leftJoin(refundLine, and(eq(refundLine.orderLineId, orderLine.id), eq(refundLine.isActive, true)))
    .leftJoin(refund, eq(refund.id, refundLine.refundId))
    .where(eq(orderLine.orderId, found.order.id))
    .orderBy(asc(orderLine.position));

async function returnBeli(ctx: TxCtx, { refund: { id, beli }, order: { accountId, id: orderId } }: LockedRefund) {
  if (beli === 0) return;
  const businessKey = `refund:${id}:beli`;
  await postEntry(ctx, { accountId, businessKey, kind: 'refund', delta: beli, heldDelta: 0, orderId });
}
