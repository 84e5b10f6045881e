import { formatYuan } from '@/lib/domain/money';
import { type LineOption, type Problem, payableOf, type RankedCoupon, type Selection, subtotalOf } from './problem';
import type { Decision } from './types';

/** A sentence for every coupon that can be used: what it takes off, or what using it instead would have cost. */
export function explain(problem: Problem, best: Selection): Decision[] {
  const priceOf = ({ lines, order }: Selection) => {
    const subtotal = subtotalOf(problem, lines);
    return payableOf(problem, order, subtotal) ?? subtotal;
  };
  const decide = (option: RankedCoupon | LineOption, chosen: boolean, instead: Selection): Decision => {
    const { recordId, name, productId } = option.coupon;
    const more = priceOf(instead) - priceOf(best);
    const sentence = chosen
      ? `用了「${name}」`
      : `未用「${name}」：${more > 0 ? `反而多付 ${formatYuan(more)}` : `同样应付 ${formatYuan(priceOf(best))}`}`;
    return { recordId, name, productId, chosen, sentence };
  };
  return [
    ...problem.lines.flatMap(({ options }, i) =>
      options.map((option) => decide(option, best.lines[i] === option, { ...best, lines: best.lines.with(i, option) })),
    ),
    ...problem.orderCoupons.map((order) => decide(order, best.order === order, { ...best, order })),
  ];
}
