import { and, asc, eq, ne } from 'drizzle-orm';
import { order, payment } from '@/db/schema';
import type { Ctx } from '../ctx';
import { closeAttempt } from './close-attempt';
import { endAttempt } from './end-attempt';

/**
 * Closes what is still open of a paid order, so that nobody pays it twice. Not inside a transaction.
 * unknown: some attempt could not be closed yet.
 */
export async function closeOtherAttempts(ctx: Ctx, orderId: number): Promise<'done' | 'unknown'> {
  const attempts = await ctx.db
    .select({ id: payment.id, outTradeNo: payment.outTradeNo })
    .from(payment)
    .innerJoin(order, eq(order.id, payment.orderId))
    .where(and(eq(payment.orderId, orderId), eq(payment.status, 'created'), ne(order.status, 'pending')))
    .orderBy(asc(payment.id));
  let outcome: 'done' | 'unknown' = 'done';
  for (const attempt of attempts) {
    if ((await endAttempt(ctx, attempt)) === 'unknown') outcome = 'unknown';
    else await closeAttempt(ctx, attempt.id);
  }
  return outcome;
}
