import { and, asc, eq, inArray } from 'drizzle-orm';
import { cartItem, order, orderLine } from '@/db/schema';
import { captureBeli } from '../beli/capture-beli';
import type { TxCtx } from '../ctx';
import { enqueue } from '../enqueue';
import { putOrderNotice } from '../message/put-order-notice';
import { grantEnrolments } from './grant-enrolments';
import { spendCoupons } from './spend-coupons';

type Order = Pick<typeof order.$inferSelect, 'orderCouponRecordId'>;
export type OrderLine = typeof orderLine.$inferSelect;

/**
 * What being paid means, in one place, for cash and for orders that cost nothing: coupons used, 贝里 spent, access
 * granted, cart lines gone, the student told. The caller has locked the account and then the order. Not pending: nothing is done.
 */
export async function settleOrder(ctx: TxCtx, orderId: number): Promise<'settled' | 'not_pending'> {
  const changed = ctx.db.$with('paid').as(
    ctx.db
      .update(order)
      .set({ status: 'paid', paidAt: ctx.now })
      .where(and(eq(order.id, orderId), eq(order.status, 'pending')))
      .returning(),
  );
  const rows = await ctx.db
    .with(changed)
    .select()
    .from(changed)
    .innerJoin(orderLine, eq(orderLine.orderId, changed.id))
    .orderBy(asc(orderLine.productId));
  const paid = rows[0]?.paid;
  if (!paid) return 'not_pending';

  const lines = rows.map((row) => row.order_line);
  await spendCoupons(ctx, orderId, couponsOf(paid, lines));
  await captureBeli(ctx, { orderId, accountId: paid.accountId, beli: paid.beli });
  await grantEnrolments(ctx, paid.accountId, lines);
  // Sent one after the other without waiting in between: none needs another's answer.
  await Promise.all([
    emptyCart(ctx, paid.accountId, lines),
    putOrderNotice(ctx, { notice: 'order_paid', order: paid, courses: lines.map((line) => line.productName) }),
    enqueue(ctx.db, 'order.paid', { orderId }, { key: `order:${orderId}:paid` }),
  ]);
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
