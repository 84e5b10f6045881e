import { fen } from '@/lib/domain/money';
import { type Problem, payableOf, type RankedCoupon } from './problem';

/**
 * One order coupon, or none, and what is to pay with it as a function of what line coupons take off. It can be used up
 * to `mostFen` off, and within that more off is never dearer: s − min(value, s) and max(round(s × percent), s − cap)
 * do not fall as the subtotal s grows.
 */
export interface OrderCase {
  readonly order: RankedCoupon | null;
  /** The most that line coupons may take off without falling below its minimum. */
  readonly mostFen: number;
  /** What is to pay when line coupons take off so much. */
  readonly payableAfter: (discountFen: number) => number;
}

export function orderCasesOf(problem: Problem): OrderCase[] {
  return [null, ...problem.orderCoupons].map((order) => {
    const rule = order?.coupon.rule;
    const minimum = rule?.kind === 'threshold' ? rule.minimumFen : 0;
    return {
      order,
      mostFen: problem.listFen - minimum,
      payableAfter: (discountFen) => {
        const payable = payableOf(problem, order, fen(problem.listFen - discountFen));
        if (payable === null) throw new Error('the order coupon cannot be used there');
        return payable;
      },
    };
  });
}

/** The discounts, in fen, after which exactly `payable` is to pay; null when there are none. */
export function discountsFor(orderCase: OrderCase, payable: number): { from: number; to: number } | null {
  const { mostFen, payableAfter } = orderCase;
  const from = firstWhere(mostFen, (discount) => payableAfter(discount) <= payable);
  const to = firstWhere(mostFen, (discount) => payableAfter(discount) < payable) - 1;
  return from <= to ? { from, to } : null;
}

/** The first of 0 … last that the condition holds for, which then holds for all after it; last + 1 when there is none. */
function firstWhere(last: number, holds: (value: number) => boolean): number {
  let [low, high] = [0, last + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
