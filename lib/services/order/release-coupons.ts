import { and, asc, eq, sql } from 'drizzle-orm';
import { couponRecord } from '@/db/schema';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import type { TxCtx } from '../ctx';

/** Gives back what an order that ended unpaid had locked: to be used again, or as expired when its time has passed. */
export async function releaseCoupons(ctx: TxCtx, orderId: number): Promise<void> {
  const locked = and(eq(couponRecord.orderId, orderId), eq(couponRecord.status, 'locked'));
  await ctx.db
    .select({ id: couponRecord.id })
    .from(couponRecord)
    .where(locked)
    .orderBy(asc(couponRecord.id))
    .for('no key update');
  const isOver = sql`${couponRecord.validUntil} < ${shanghaiDay(ctx.now)}`;
  await ctx.db
    .update(couponRecord)
    .set({ status: sql`case when ${isOver} then 'expired' else 'unused' end`, orderId: null })
    .where(locked);
}
