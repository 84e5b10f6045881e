import { fen } from '@/lib/domain/money';
import { compareRanks, type LineOption, type Problem, payableOf, ranksOf, type Selection } from './problem';

/** Per sum of line discounts the choice that is preferred among those of that sum. */
type Sums = Map<number, readonly (LineOption | null)[]>;

/** The best choice. Exact: of all choices with the same sum of line discounts, only the preferred one can be best. */
export function solve(problem: Problem): Selection {
  let best: { readonly payable: number; readonly selection: Selection; readonly ranks: readonly number[] } | undefined;
  for (const [discount, lines] of sumsOf(problem)) {
    for (const order of [null, ...problem.orderCoupons]) {
      const payable = payableOf(problem, order, fen(problem.listFen - discount));
      if (payable === null || (best && payable > best.payable)) continue;
      const selection = { lines, order };
      const ranks = ranksOf(selection);
      if (!best || payable < best.payable || compareRanks(ranks, best.ranks) < 0) best = { payable, selection, ranks };
    }
  }
  if (!best) throw new Error('no coupon at all is a choice, too');
  return best.selection;
}

function sumsOf(problem: Problem): Sums {
  return problem.lines.reduce<Sums>(
    (sums, line) => {
      const next: Sums = new Map();
      for (const [sum, chosen] of sums) {
        for (const option of [null, ...line.options]) {
          const total = sum + (option?.discountFen ?? 0);
          const candidate = [...chosen, option];
          const present = next.get(total);
          if (!present || prefers(candidate, present)) next.set(total, candidate);
        }
      }
      return next;
    },
    new Map([[0, []]]),
  );
}

const prefers = (a: readonly (LineOption | null)[], b: readonly (LineOption | null)[]): boolean =>
  compareRanks(ranksOf({ lines: a, order: null }), ranksOf({ lines: b, order: null })) < 0;
