import type { CouponChannel } from './coupon-kinds';
import { addDays, type Day } from './shanghai-day';

/** When a copy can be used: fixed dates, or a number of days from the day of the claim, that day included. */
export interface CouponValidity {
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly validDaysAfterClaim: number | null;
}

/** What decides whether an account may have one more copy. */
export interface ClaimFacts extends CouponValidity {
  readonly channel: CouponChannel;
  readonly claimFrom: Day;
  readonly claimUntil: Day;
  readonly isStopped: boolean;
  readonly isSuperseded: boolean;
  /** Copies of the family; null: without limit. */
  readonly quantity: number | null;
  readonly claimed: number;
  readonly perAccountLimit: number;
  /** Copies of the family the account has had so far. */
  readonly held: number;
}

export type ClaimRefusal = 'hidden' | 'stopped' | 'soon' | 'over' | 'limit_reached' | 'sold_out';

/**
 * Why a copy cannot be had today, or null when it can. `channels`: those that this way of asking may take from. Having
 * one already comes before being sold out: it is what the student cares about.
 */
export function claimRefusal(facts: ClaimFacts, today: Day, channels: readonly CouponChannel[]): ClaimRefusal | null {
  if (!channels.includes(facts.channel)) return 'hidden';
  if (facts.isStopped || facts.isSuperseded) return 'stopped';
  if (today < facts.claimFrom) return 'soon';
  if (facts.claimUntil < today || (facts.validUntil !== null && facts.validUntil < today)) return 'over';
  if (facts.held >= facts.perAccountLimit) return 'limit_reached';
  if (facts.quantity !== null && facts.claimed >= facts.quantity) return 'sold_out';
  return null;
}

/** The days of a copy claimed on `today`, both included. Throws when the columns say nothing, which the table forbids. */
export function copyDays(validity: CouponValidity, today: Day): { readonly validFrom: Day; readonly validUntil: Day } {
  const { validFrom, validUntil, validDaysAfterClaim } = validity;
  if (validDaysAfterClaim !== null) return { validFrom: today, validUntil: addDays(today, validDaysAfterClaim - 1) };
  if (validFrom !== null && validUntil !== null) return { validFrom, validUntil };
  throw new Error('a coupon has either dates or days');
}
