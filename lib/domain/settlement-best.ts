import type { BestCombination, Combination, CombinationInput } from './best-combination';
import { type Fen, fen, subtractFen } from './money';
import type { Quote } from './settlement';
import { buyable, type SettlementFacts } from './settlement-facts';
import type { Day } from './shanghai-day';

/** What the best combination of a settlement hangs on: its lines that can be bought, and the wallet. */
export const combinationInput = (facts: SettlementFacts, today: Day): CombinationInput => ({
  lines: buyable(facts).map(({ productId, policy }) => ({ productId, listFen: policy.priceFen })),
  wallet: facts.wallet,
  today,
});

/** The facts with the coupons of a combination that was found for them; a line that cannot be bought gets none. */
export function withCombination(
  facts: SettlementFacts,
  { lineCoupons, orderCoupon }: Combination,
): SettlementFacts & { readonly couponChoice: 'best' } {
  const chosen = new Map(buyable(facts).map((line, index) => [line.productId, lineCoupons[index] ?? null]));
  const lines = facts.lines.map((line) => ({ ...line, couponRecordId: chosen.get(line.productId) ?? null }));
  return { ...facts, couponChoice: 'best', lines, orderCouponRecordId: orderCoupon };
}

/** How much more than with the best combination the chosen coupons leave to pay (fen, before 贝里). */
export function missedSaving(quote: Quote, best: Pick<BestCombination, 'payableFen'>): Fen {
  const payable = subtractFen(quote.subtotalFen, quote.orderDiscountFen);
  return fen(Math.max(0, payable - best.payableFen));
}
