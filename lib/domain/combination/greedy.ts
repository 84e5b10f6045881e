import { fen } from '@/lib/domain/money';
import { type Problem, payableOf, type Selection, subtotalOf } from './problem';

/** What a hasty eye takes: on each line the greatest discount, then the order coupon that takes most off what is left. */
export function greedySelection(problem: Problem): Selection {
  const lines = problem.lines.map(
    ({ options }) =>
      greatest(
        options.filter((option) => option.discountFen > 0),
        (option) => option.discountFen,
      ) ?? null,
  );
  const subtotal = subtotalOf(problem, lines);
  const discountOf = (order: Problem['orderCoupons'][number]) =>
    fen(subtotal - (payableOf(problem, order, subtotal) ?? subtotal));
  const order = greatest(
    problem.orderCoupons.filter((candidate) => discountOf(candidate) > 0),
    discountOf,
  );
  return { lines, order: order ?? null };
}

/** The first of the greatest. */
function greatest<T>(items: readonly T[], valueOf: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || valueOf(item) > valueOf(best) ? item : best),
    undefined,
  );
}
