import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import { couponRecord } from '@/db/schema';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import type { Ctx } from '../ctx';

const BATCH = 1_000;

/**
 * Marks unused copies whose last day is over, batch by batch; gives their number. Bookkeeping only: usability is judged
 * by the dates. Rows somebody works with are left to the next run, locked copies to the end of their order.
 */
export async function expireCoupons(ctx: Ctx): Promise<number> {
  const isOver = and(eq(couponRecord.status, 'unused'), lt(couponRecord.validUntil, shanghaiDay(ctx.now)));
  let expired = 0;
  for (;;) {
    // A WITH is read once; a sub-select with LIMIT and SKIP LOCKED may be read again and lock more.
    const batch = ctx.db
      .$with('batch')
      .as(
        ctx.db
          .select({ id: couponRecord.id })
          .from(couponRecord)
          .where(isOver)
          .orderBy(asc(couponRecord.validUntil), asc(couponRecord.id))
          .limit(BATCH)
          .for('no key update', { skipLocked: true }),
      );
    const rows = await ctx.db
      .with(batch)
      .update(couponRecord)
      .set({ status: 'expired' })
      .where(
        and(inArray(couponRecord.id, ctx.db.select({ id: batch.id }).from(batch)), eq(couponRecord.status, 'unused')),
      )
      .returning({ id: couponRecord.id });
    expired += rows.length;
    if (rows.length < BATCH) return expired;
  }
}
