import { and, eq } from 'drizzle-orm';
import { order, payment } from '@/db/schema';
import { releaseBeli } from '../beli/release-beli';
import type { TxCtx } from '../ctx';
import { releaseCoupons } from './release-coupons';

/**
 * How a pending order ends unpaid, in one place: its attempts closed, its coupons and 贝里 given back. The caller has
 * locked the account and then the order, and has closed the trades at the gateway. Not pending: nothing is done.
 */
export async function closeOrder(
  ctx: TxCtx,
  orderId: number,
  status: 'cancelled' | 'expired',
): Promise<'closed' | 'not_pending'> {
  const [closed] = await ctx.db
    .update(order)
    .set({ status, closedAt: ctx.now })
    .where(and(eq(order.id, orderId), eq(order.status, 'pending')))
    .returning();
  if (!closed) return 'not_pending';

  await ctx.db
    .update(payment)
    .set({ status: 'closed', closedAt: ctx.now })
    .where(and(eq(payment.orderId, orderId), eq(payment.status, 'created')));
  await releaseCoupons(ctx, orderId);
  await releaseBeli(ctx, { orderId, accountId: closed.accountId, beli: closed.beli });
  return 'closed';
}
