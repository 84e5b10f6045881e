import type { Day } from './shanghai-day';

/** What decides where a coupon stands in the coupon centre. */
interface CentreFacts {
  readonly claimFrom: Day;
  readonly perAccountLimit: number;
  readonly quantity: number | null;
  readonly claimed: number;
  /** Copies the one who looks has had. */
  readonly held: number;
}

/** `had`: as many as one may have. */
export type CentreState = 'claimable' | 'had' | 'soon' | 'sold_out';

export function centreState(coupon: CentreFacts, today: Day): CentreState {
  if (today < coupon.claimFrom) return 'soon';
  if (coupon.held >= coupon.perAccountLimit) return 'had';
  return coupon.quantity !== null && coupon.claimed >= coupon.quantity ? 'sold_out' : 'claimable';
}

/** How much of the quantity is gone, 0–100: 100 only when all of it is, 0 only when none is. Null without a limit. */
export function claimedPercent({ quantity, claimed }: Pick<CentreFacts, 'quantity' | 'claimed'>): number | null {
  if (quantity === null) return null;
  if (claimed >= quantity) return 100;
  return claimed === 0 ? 0 : Math.max(1, Math.floor((claimed * 100) / quantity));
}
