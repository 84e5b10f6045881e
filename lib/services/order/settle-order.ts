import { and, asc, eq, inArray } from 'drizzle-orm';
import { cartItem, order, orderLine } from '@/db/schema';
import { captureBeli } from '../beli/capture-beli';
import type { TxCtx } from '../ctx';
import { enqueue } from '../enqueue';
import { putOrderNotice } from '../message/put-order-notice';
import { grantEnrolments } from './grant-enrolments';
import { spendCoupons } from './spend-coupons';

type Order = typeof order.$inferSelect;
export type OrderLine = typeof orderLine.$inferSelect;

/**
 * What being paid means, in one place, for cash and for orders that cost nothing: coupons used, 贝里 spent, access
 * granted, cart lines gone, the student told. The caller has locked the account and then the order. Not pending: nothing is done.
 */
export async function settleOrder(ctx: TxCtx, orderId: number): Promise<'settled' | 'not_pending'> {
  const [paid] = await ctx.db
    .update(order)
    .set({ status: 'paid', paidAt: ctx.now })
    .where(and(eq(order.id, orderId), eq(order.status, 'pending')))
    .returning();
  if (!paid) return 'not_pending';

  const lines = await ctx.db
    .select()
    .from(orderLine)
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.productId));
  await spendCoupons(ctx, orderId, couponsOf(paid, lines));
  await captureBeli(ctx, { orderId, accountId: paid.accountId, beli: paid.beli });
  await grantEnrolments(ctx, paid.accountId, lines);
  await emptyCart(ctx, paid.accountId, lines);
  await putOrderNotice(ctx, { notice: 'order_paid', order: paid, courses: lines.map((line) => line.productName) });
  await enqueue(ctx.db, 'order.paid', { orderId }, { key: `order:${orderId}:paid` });
  return 'settled';
}

function couponsOf(paid: Order, lines: readonly OrderLine[]): number[] {
  const ids = [paid.orderCouponRecordId, ...lines.map((line) => line.couponRecordId)];
  return ids.filter((id) => id !== null);
}

async function emptyCart(ctx: TxCtx, accountId: number, lines: readonly OrderLine[]): Promise<void> {
  const products = lines.map((line) => line.productId);
  await ctx.db.delete(cartItem).where(and(eq(cartItem.accountId, accountId), inArray(cartItem.productId, products)));
}
