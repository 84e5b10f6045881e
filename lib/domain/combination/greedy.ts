import { outcomeOf, type Problem, payableOf, type RankedCoupon, type Selection } from './problem';

/** What a hasty eye takes: on each line the greatest discount, then the order coupon that takes most off what is left. */
export function greedySelection(problem: Problem): Selection {
  const lines = problem.lines.map(({ options }) => greatest(options, (option) => option.discountFen));
  const { subtotalFen } = outcomeOf(problem, { lines, order: null });
  const discountOf = (order: RankedCoupon) => subtotalFen - (payableOf(problem, order, subtotalFen) ?? subtotalFen);
  return { lines, order: greatest(problem.orderCoupons, discountOf) };
}

/** The first with the greatest value above nothing. */
function greatest<T>(items: readonly T[], valueOf: (item: T) => number): T | null {
  let best: { readonly item: T | null; readonly value: number } = { item: null, value: 0 };
  for (const item of items) {
    const value = valueOf(item);
    if (value > best.value) best = { item, value };
  }
  return best.item;
}
