import { and, asc, eq, inArray } from 'drizzle-orm';
import { couponRecord } from '@/db/schema';
import type { TxCtx } from '../ctx';

/** Marks what a paid order had locked as used. `expected`: the records it was priced with. */
export async function spendCoupons(ctx: TxCtx, orderId: number, expected: readonly number[]): Promise<void> {
  if (expected.length === 0) return;
  const locked = ctx.db
    .select({ id: couponRecord.id })
    .from(couponRecord)
    .where(and(eq(couponRecord.orderId, orderId), eq(couponRecord.status, 'locked')))
    .orderBy(asc(couponRecord.id))
    .for('no key update');
  const used = await ctx.db
    .update(couponRecord)
    .set({ status: 'used', usedAt: ctx.now })
    .where(inArray(couponRecord.id, locked))
    .returning({ id: couponRecord.id });
  if (used.length !== expected.length) throw new Error(`order ${orderId} was priced with coupons it does not hold`);
}
