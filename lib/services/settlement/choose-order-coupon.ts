import { ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { checkCoupon } from './check-coupon';
import { inOpenSettlement, type NotOpen } from './in-open-settlement';
import { storeChoice } from './store-choice';

interface OrderCouponInput {
  readonly settlementId: number;
  readonly recordId: number | null;
}

/** Chooses the coupon of the whole open settlement; null takes it off. From then on the student has chosen. */
export async function chooseOrderCoupon(
  ctx: AccountCtx,
  { settlementId, recordId }: OrderCouponInput,
): Promise<Result<null, NotOpen | 'COUPON_NOT_USABLE'>> {
  return inOpenSettlement<null, 'COUPON_NOT_USABLE'>(ctx, settlementId, async (open) => {
    const facts = { ...open.facts, couponChoice: 'own' as const, orderCouponRecordId: recordId };
    const checked = recordId === null ? ok(null) : checkCoupon(facts, recordId, ctx.now);
    if (checked.ok) await storeChoice(open, facts);
    return checked;
  });
}
