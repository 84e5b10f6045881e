import { and, eq } from 'drizzle-orm';
import { settlementLine } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { checkCoupon } from './check-coupon';
import { inOpenSettlement } from './in-open-settlement';

type LineCouponError = 'NOT_FOUND' | 'COUPON_NOT_USABLE';

/** Chooses the coupon of one line of the open settlement; null takes it off. */
export async function chooseLineCoupon(
  ctx: AccountCtx,
  { productId, recordId }: { readonly productId: number; readonly recordId: number | null },
): Promise<Result<null, LineCouponError | 'NO_OPEN_SETTLEMENT'>> {
  return inOpenSettlement<null, LineCouponError>(ctx, async ({ ctx: { db }, row, facts }) => {
    const chosen = facts.lines.find((line) => line.productId === productId);
    if (!chosen) return err('NOT_FOUND');
    if (recordId !== null) {
      if (chosen.problem) return err('COUPON_NOT_USABLE');
      const lines = facts.lines.map((line) =>
        line.productId === productId ? { ...line, couponRecordId: recordId } : line,
      );
      const checked = checkCoupon({ ...facts, lines }, recordId, ctx.now);
      if (!checked.ok) return checked;
    }
    await db
      .update(settlementLine)
      .set({ couponRecordId: recordId })
      .where(and(eq(settlementLine.settlementId, row.id), eq(settlementLine.productId, productId)));
    return ok(null);
  });
}
