import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { couponRecord } from '@/db/schema';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import type { TxCtx } from '../ctx';

/** Gives back what a refunded order had used: to be used again, or as expired when its time has passed. */
export async function returnCoupons(ctx: TxCtx, orderId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const used = and(
    inArray(couponRecord.id, [...ids]),
    eq(couponRecord.orderId, orderId),
    eq(couponRecord.status, 'used'),
  );
  await ctx.db
    .select({ id: couponRecord.id })
    .from(couponRecord)
    .where(used)
    .orderBy(asc(couponRecord.id))
    .for('no key update');
  const isOver = sql`${couponRecord.validUntil} < ${shanghaiDay(ctx.now)}`;
  await ctx.db
    .update(couponRecord)
    .set({ status: sql`case when ${isOver} then 'expired' else 'unused' end`, orderId: null, usedAt: null })
    .where(used);
}
