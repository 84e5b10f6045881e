import { eq } from 'drizzle-orm';
import { settlement } from '@/db/schema';
import { ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { checkCoupon } from './check-coupon';
import { inOpenSettlement } from './in-open-settlement';

/** Chooses the coupon of the whole open settlement; null takes it off. */
export async function chooseOrderCoupon(
  ctx: AccountCtx,
  { recordId }: { readonly recordId: number | null },
): Promise<Result<null, 'NO_OPEN_SETTLEMENT' | 'COUPON_NOT_USABLE'>> {
  return inOpenSettlement(ctx, async ({ ctx: { db }, row, facts }) => {
    if (recordId !== null) {
      const checked = checkCoupon({ ...facts, orderCouponRecordId: recordId }, recordId, ctx.now);
      if (!checked.ok) return checked;
    }
    await db
      .update(settlement)
      .set({ orderCouponRecordId: recordId, updatedAt: ctx.now })
      .where(eq(settlement.id, row.id));
    return ok(null);
  });
}
