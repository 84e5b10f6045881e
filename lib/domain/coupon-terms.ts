import type { CouponRuleColumns } from './coupon';
import type { CouponChannel } from './coupon-kinds';
import type { Day } from './shanghai-day';

/** The most an administrator may put into a rule. */
export const COUPON_LIMITS = {
  name: 30,
  brief: 120,
  yuan: 100_000,
  quantity: 1_000_000,
  perAccount: 100,
  validDays: 720,
  /** Codes generated at a time. */
  codes: 1000,
  codeUses: 1_000_000,
} as const;

/** What a copy in a wallet promises its owner. Once there is a copy, a change of these is a new version. */
export interface CouponPromise extends CouponRuleColumns {
  readonly name: string;
  readonly brief: string;
  readonly productId: number | null;
  /** Either both days, or a number of days from the claim. */
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly validDaysAfterClaim: number | null;
}

/** A coupon as its form describes it. */
export interface CouponTerms extends CouponPromise {
  readonly channel: CouponChannel;
  readonly claimFrom: Day;
  readonly claimUntil: Day;
  /** Null: without limit. Counted over all versions. */
  readonly quantity: number | null;
  readonly perAccountLimit: number;
}

const PROMISES = [
  'name',
  'brief',
  'kind',
  'valueFen',
  'minimumFen',
  'offPercent',
  'maxDiscountFen',
  'productId',
  'validFrom',
  'validUntil',
  'validDaysAfterClaim',
] as const satisfies readonly (keyof CouponPromise)[];

/** Whether two versions promise different things. */
export const promisesDiffer = (before: CouponPromise, after: CouponPromise): boolean =>
  PROMISES.some((field) => before[field] !== after[field]);
