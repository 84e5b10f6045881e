import { eq } from 'drizzle-orm';
import { order } from '@/db/schema';
import type { Ctx } from '../ctx';
import { type EndOutcome, endOrder } from './end-order';
import { enqueueExpiry } from './enqueue-expiry';

/** Ends an order whose time to pay is over; settles it instead if it was paid. Too early: comes back in time. */
export async function expireOrder(
  ctx: Ctx,
  { orderId }: { readonly orderId: number },
): Promise<EndOutcome | 'not_due'> {
  const [found] = await ctx.db.select().from(order).where(eq(order.id, orderId));
  if (found?.status !== 'pending') return 'not_pending';
  if (found.expiresAt > ctx.now) {
    await enqueueExpiry(ctx.db, found);
    return 'not_due';
  }
  const outcome = await endOrder(ctx, { orderId, accountId: found.accountId, status: 'expired' });
  ctx.log.info({ orderId, outcome }, 'order expiry');
  return outcome;
}
