import { explain } from './combination/explain';
import { greedySelection } from './combination/greedy';
import { outcomeOf, readProblem } from './combination/problem';
import { solve } from './combination/solve';
import type { BestCombination, CombinationInput } from './combination/types';
import { OutOfWork, Work } from './combination/work';
import { subtractFen } from './money';

export type {
  BestCombination,
  Combination,
  CombinationInput,
  CombinationSolver,
} from './combination/types';

/**
 * The choice of line coupons and order coupon with the lowest payable before 贝里. Among equals: fewer coupons, then the
 * one whose sorted list of (expiry, record id) comes first.
 */
export function bestCombination(input: CombinationInput): BestCombination {
  return combine(input, new Work(Number.POSITIVE_INFINITY));
}

/** The same, or null once it has taken more than so many steps, about a nanosecond each and everywhere the same number. */
export function bestCombinationWithin(steps: number, input: CombinationInput): BestCombination | null {
  try {
    return combine(input, new Work(steps));
  } catch (error) {
    if (error instanceof OutOfWork) return null;
    throw error;
  }
}

function combine(input: CombinationInput, work: Work): BestCombination {
  const problem = readProblem(input);
  const best = solve(problem, work);
  const { payableFen } = outcomeOf(problem, best);
  return {
    choice: {
      lineCoupons: best.lines.map((option) => option?.coupon.recordId ?? null),
      orderCoupon: best.order?.coupon.recordId ?? null,
    },
    payableFen,
    savedFen: subtractFen(problem.listFen, payableFen),
    savedOverGreedyFen: subtractFen(outcomeOf(problem, greedySelection(problem)).payableFen, payableFen),
    decisions: explain(problem, best),
  };
}
