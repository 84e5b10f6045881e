import { judgeCoupon, type WalletCoupon } from '@/lib/domain/coupon';
import { addFen, type Fen, subtractFen } from '@/lib/domain/money';
import type { Day } from '@/lib/domain/shanghai-day';
import type { CombinationInput } from './types';

/** A coupon that can be used. Its rank among all of them, by expiry and record id, decides ties: the lower is used first. */
export interface RankedCoupon {
  readonly coupon: WalletCoupon;
  readonly rank: number;
}

/** A coupon on its line, and what it takes off there. */
export interface LineOption extends RankedCoupon {
  readonly discountFen: Fen;
}

export interface ProblemLine {
  readonly productId: number;
  readonly listFen: Fen;
  /** By rank. */
  readonly options: readonly LineOption[];
}

export interface Problem {
  readonly lines: readonly ProblemLine[];
  /** Those that could be used without any line coupon, by rank. */
  readonly orderCoupons: readonly RankedCoupon[];
  readonly listFen: Fen;
  readonly today: Day;
}

export interface Selection {
  /** Per line. */
  readonly lines: readonly (LineOption | null)[];
  readonly order: RankedCoupon | null;
}

/** What can be decided: the coupons of the wallet that can be used on these lines, and what they take off. */
export function readProblem({ lines, wallet, today }: CombinationInput): Problem {
  if (new Set(lines.map((line) => line.productId)).size < lines.length) throw new Error('a product is settled twice');
  const listFen = addFen(...lines.map((line) => line.listFen));
  const ranked = [...wallet]
    .sort((a, b) => compareText(a.validUntil, b.validUntil) || a.recordId - b.recordId)
    .map((coupon, rank) => ({ coupon, rank }));
  return {
    lines: lines.map(({ productId, listFen: list }) => ({
      productId,
      listFen: list,
      options: ranked.flatMap((candidate): LineOption[] => {
        const verdict = judgeCoupon(candidate.coupon, productId, list, today);
        return verdict.usable ? [{ ...candidate, discountFen: verdict.discountFen }] : [];
      }),
    })),
    orderCoupons: ranked.filter(({ coupon }) => judgeCoupon(coupon, null, listFen, today).usable),
    listFen,
    today,
  };
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** What is to pay for a subtotal with this order coupon; null when the subtotal is below its minimum. */
export function payableOf(problem: Problem, order: RankedCoupon | null, subtotal: Fen): Fen | null {
  if (!order) return subtotal;
  const verdict = judgeCoupon(order.coupon, null, subtotal, problem.today);
  return verdict.usable ? subtractFen(subtotal, verdict.discountFen) : null;
}

/** What a choice comes to. An order coupon whose minimum it misses counts for nothing. */
export interface Outcome {
  readonly subtotalFen: Fen;
  readonly payableFen: Fen;
  /** The order coupon, if its minimum is missed. */
  readonly missed: RankedCoupon | null;
}

export function outcomeOf(problem: Problem, { lines, order }: Selection): Outcome {
  const subtotalFen = subtractFen(problem.listFen, ...lines.flatMap((option) => (option ? [option.discountFen] : [])));
  const payable = payableOf(problem, order, subtotalFen);
  return { subtotalFen, payableFen: payable ?? subtotalFen, missed: payable === null ? order : null };
}

/** The ranks of all chosen coupons, ascending. */
export const ranksOf = ({ lines, order }: Selection): number[] =>
  [...lines, order].flatMap((chosen) => (chosen ? [chosen.rank] : [])).sort((a, b) => a - b);

/** Which of two choices of one price is taken: fewer coupons, then the sorted ranks that come first. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((rank, i) => rank !== b[i]);
  return (a[at] ?? 0) - (b[at] ?? 0);
}
