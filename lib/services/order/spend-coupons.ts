import { and, asc, eq } from 'drizzle-orm';
import { couponRecord } from '@/db/schema';
import type { TxCtx } from '../ctx';

/** Marks what a paid order had locked as used. `expected`: the records it was priced with. */
export async function spendCoupons(ctx: TxCtx, orderId: number, expected: readonly number[]): Promise<void> {
  const locked = and(eq(couponRecord.orderId, orderId), eq(couponRecord.status, 'locked'));
  await ctx.db
    .select({ id: couponRecord.id })
    .from(couponRecord)
    .where(locked)
    .orderBy(asc(couponRecord.id))
    .for('no key update');
  const used = await ctx.db
    .update(couponRecord)
    .set({ status: 'used', usedAt: ctx.now })
    .where(locked)
    .returning({ id: couponRecord.id });
  if (used.length !== expected.length) throw new Error(`order ${orderId} was priced with coupons it does not hold`);
}
