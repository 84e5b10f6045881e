import type { CouponRule, WalletCoupon } from './coupon';
import { type CouponValidity, copyDays } from './coupon-claim';
import type { Day } from './shanghai-day';

/** A coupon that anyone may claim in its window, as the page of a product shows it. */
export interface CouponOffer extends CouponValidity {
  readonly couponId: number;
  readonly name: string;
  readonly rule: CouponRule;
  /** Null: for a whole order. */
  readonly productId: number | null;
  readonly claimFrom: Day;
  readonly claimUntil: Day;
  readonly perAccountLimit: number;
}

/** What one account has of the coupons that fit one product. */
export interface OwnCoupons {
  /** Can be used today. */
  readonly wallet: readonly WalletCoupon[];
  /** Copies had so far, by coupon. */
  readonly held: Readonly<Record<string, number>>;
}

/** Whether it can be claimed today by someone who has had `held` copies. */
export const isClaimable = (offer: CouponOffer, held: number, today: Day): boolean =>
  offer.claimFrom <= today && today <= offer.claimUntil && held < offer.perAccountLimit;

/** The copy that a claim today would give. Its id is negative: no record has it. */
export const promisedCopy = (offer: CouponOffer, today: Day): WalletCoupon => ({
  recordId: -offer.couponId,
  name: offer.name,
  rule: offer.rule,
  productId: offer.productId,
  status: 'unused',
  ...copyDays(offer, today),
  orderNo: null,
});
