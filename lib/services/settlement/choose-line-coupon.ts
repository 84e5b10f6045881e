import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { checkCoupon } from './check-coupon';
import { inOpenSettlement, type NotOpen } from './in-open-settlement';
import { storeChoice } from './store-choice';

interface LineCouponInput {
  readonly settlementId: number;
  readonly productId: number;
  readonly recordId: number | null;
}
type LineCouponError = 'NOT_FOUND' | 'COUPON_NOT_USABLE';

/** Chooses the coupon of one line of the open settlement; null takes it off. From then on the student has chosen. */
export async function chooseLineCoupon(
  ctx: AccountCtx,
  { settlementId, productId, recordId }: LineCouponInput,
): Promise<Result<null, LineCouponError | NotOpen>> {
  return inOpenSettlement<null, LineCouponError>(ctx, settlementId, async (open) => {
    const { facts } = open;
    const chosen = facts.lines.find((line) => line.productId === productId);
    if (!chosen) return err('NOT_FOUND');
    if (recordId !== null && chosen.problem) return err('COUPON_NOT_USABLE');
    const lines = facts.lines.map((line) =>
      line.productId === productId ? { ...line, couponRecordId: recordId } : line,
    );
    const checked = recordId === null ? ok(null) : checkCoupon({ ...facts, lines }, recordId, ctx.now);
    if (checked.ok) await storeChoice(open, { ...facts, couponChoice: 'own', lines });
    return checked;
  });
}
