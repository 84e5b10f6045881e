import { describeRefusal } from '@/lib/domain/coupon';
import { quoteOf, type SettlementFacts } from '@/lib/domain/settlement-facts';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { err, ok, type Result } from '@/lib/errors';

/** Whether the pricing pipeline takes the coupon that `facts` has just chosen, or why not. */
export function checkCoupon(facts: SettlementFacts, recordId: number, now: Date): Result<null, 'COUPON_NOT_USABLE'> {
  // Whose coupon it is: only the account's own are in the wallet.
  if (!facts.wallet.some((coupon) => coupon.recordId === recordId)) return err('COUPON_NOT_USABLE');
  const dropped = quoteOf(facts, shanghaiDay(now)).dropped.find((coupon) => coupon.recordId === recordId);
  return dropped
    ? err('COUPON_NOT_USABLE', { detail: `「${dropped.name}」${describeRefusal(dropped.refusal)}` })
    : ok(null);
}
