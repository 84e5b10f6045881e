import { explain } from './combination/explain';
import { greedySelection } from './combination/greedy';
import { payableOf, readProblem, type Selection, subtotalOf } from './combination/problem';
import { solve } from './combination/solve';
import type { BestCombination, CombinationInput } from './combination/types';
import { subtractFen } from './money';

export type {
  BestCombination,
  Combination,
  CombinationInput,
  CombinationLine,
  CombinationSolver,
  Decision,
} from './combination/types';

/**
 * The choice of line coupons and order coupon with the lowest payable before 贝里. Among equals: fewer coupons, then the
 * one whose sorted list of (expiry, record id) comes first.
 */
export function bestCombination(input: CombinationInput): BestCombination {
  const problem = readProblem(input);
  const priceOf = ({ lines, order }: Selection) => {
    const subtotal = subtotalOf(problem, lines);
    return payableOf(problem, order, subtotal) ?? subtotal;
  };
  const best = solve(problem);
  const payableFen = priceOf(best);
  return {
    choice: {
      lineCoupons: best.lines.map((option) => option?.coupon.recordId ?? null),
      orderCoupon: best.order?.coupon.recordId ?? null,
    },
    payableFen,
    savedFen: subtractFen(problem.listFen, payableFen),
    savedOverGreedyFen: subtractFen(priceOf(greedySelection(problem)), payableFen),
    decisions: explain(problem, best),
  };
}
