import { coverAtLeast } from './cover';
import { firstChoice } from './first-choice';
import type { Search } from './layers';
import { discountsFor, type OrderCase, orderCasesOf } from './order-case';
import { compareRanks, type LineOption, type Problem, type RankedCoupon, ranksOf, type Selection } from './problem';
import { costOfReachable, reachableSums } from './reach';
import { type SumLine, sumLinesOf, sumOf, type Window } from './sum-lines';
import { searchWindows } from './window-search';
import type { Work } from './work';

interface Situation {
  readonly problem: Problem;
  readonly lines: readonly SumLine[];
  /** Order coupons, and none, with which every line coupon can be used. */
  readonly open: readonly OrderCase[];
  readonly work: Work;
}

/** The best choice; docs/decisions/best-combination.md says why. */
export function solve(problem: Problem, work: Work): Selection {
  const lines = sumLinesOf(problem);
  const most = sumOf(lines.map((line) => line.most));
  const cases = orderCasesOf(problem);
  const open = cases.filter((orderCase) => orderCase.mostFen >= most);
  // Here line coupons can take off too much: the subtotal would be below the minimum.
  const tight = cases.filter((orderCase) => orderCase.mostFen < most);
  const situation = { problem, lines, open, work };

  const sure = Math.min(...open.map((orderCase) => orderCase.payableAfter(most)));
  const contenders = tight.filter(({ payableAfter, mostFen }) => payableAfter(mostFen) <= sure);
  if (contenders.length === 0) return preferredAt(sure, [], situation);
  const hoped = Math.min(...contenders.map(({ payableAfter, mostFen }) => payableAfter(mostFen)));
  const limit = Math.max(...contenders.map(({ mostFen }) => mostFen));
  if (hoped < sure) {
    const windows = windowsAt(hoped, contenders);
    const search = work.within(costOfReachable(lines, limit), () => searchWindows(lines, windows, lines.length, work));
    if (search && search !== 'given up') return choiceOf(search, situation);
  }
  const largestUpTo = reachableSums(lines, limit, work);
  const reached = contenders.map(({ payableAfter, mostFen }) => payableAfter(largestUpTo(mostFen)));
  const payable = Math.min(sure, ...reached);
  const windows = windowsAt(payable, contenders).filter(({ from, to }) => largestUpTo(to) >= from);
  return preferredAt(payable, windows, situation);
}

/** The preferred choice of those with this price, the lowest there is: within these windows or with an open case. */
function preferredAt(payable: number, windows: readonly Window[], situation: Situation): Selection {
  const { lines, open, work } = situation;
  const [cover] = open
    .flatMap((orderCase) => coverOf(orderCase, payable, situation))
    .sort((a, b) => compareRanks(ranksOf(a), ranksOf(b)));
  const limit = cover ? ranksOf(cover).length - 1 : lines.length;
  const search = searchWindows(lines, windows, limit, work);
  const choice = search && choiceOf(search, situation);
  if (choice && (!cover || compareRanks(ranksOf(choice), ranksOf(cover)) < 0)) return choice;
  if (!cover) throw new Error('the lowest price has no choice');
  return cover;
}

function choiceOf(search: Search, { problem, work }: Situation): Selection {
  const { lines, order } = firstChoice(search, work);
  return selectionOf(problem, [...lines.values()], order);
}

function windowsAt(payable: number, cases: readonly OrderCase[]): Window[] {
  return cases.flatMap((orderCase) => {
    const discounts = discountsFor(orderCase, payable);
    return orderCase.order && discounts ? [{ order: orderCase.order, ...discounts }] : [];
  });
}

function coverOf(orderCase: OrderCase, payable: number, { problem, lines }: Situation): Selection[] {
  const discounts = discountsFor(orderCase, payable);
  const chosen = discounts && coverAtLeast(lines, discounts.from);
  return chosen ? [selectionOf(problem, chosen, orderCase.order)] : [];
}

function selectionOf(problem: Problem, chosen: readonly LineOption[], order: RankedCoupon | null): Selection {
  return {
    lines: problem.lines.map(({ options }) => chosen.find((option) => options.includes(option)) ?? null),
    order,
  };
}
