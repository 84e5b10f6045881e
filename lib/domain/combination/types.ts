import type { WalletCoupon } from '@/lib/domain/coupon';
import type { Fen } from '@/lib/domain/money';
import type { Day } from '@/lib/domain/shanghai-day';

export interface CombinationLine {
  readonly productId: number;
  readonly listFen: Fen;
}

export interface CombinationInput {
  /** Each product once. */
  readonly lines: readonly CombinationLine[];
  readonly wallet: readonly WalletCoupon[];
  readonly today: Day;
}

/** Ids of coupon records. */
export interface Combination {
  /** Per line, in order. */
  readonly lineCoupons: readonly (number | null)[];
  readonly orderCoupon: number | null;
}

/** What became of one coupon that could be used, and why. */
export interface Decision {
  readonly recordId: number;
  readonly name: string;
  /** The product it is bound to; null for an order coupon. */
  readonly productId: number | null;
  readonly chosen: boolean;
  /** One Chinese sentence. */
  readonly sentence: string;
}

/** Amounts before 贝里. */
export interface BestCombination {
  readonly choice: Combination;
  readonly payableFen: Fen;
  /** Against no coupon at all. */
  readonly savedFen: Fen;
  /** Against taking the greatest discount on each line, then the greatest on the whole. */
  readonly savedOverGreedyFen: Fen;
  readonly decisions: readonly Decision[];
}

/** Finds the best combination, wherever it does its work. */
export type CombinationSolver = (input: CombinationInput) => Promise<BestCombination>;
