import { describe, expect, it } from 'vitest';
import type { CouponRule, WalletCoupon } from './coupon';
import { type CouponOffer, isClaimable, promisedCopy } from './coupon-offer';
import { priceAlone } from './coupon-price';
import { fen } from './money';

const TODAY = '2026-06-15';

function held(recordId: number, rule: CouponRule, productId: number | null): WalletCoupon {
  const days = { validFrom: TODAY, validUntil: TODAY };
  return { recordId, name: `券 ${recordId}`, rule, productId, status: 'unused', orderNo: null, ...days };
}

const fixed = (value: number): CouponRule => ({ kind: 'fixed', valueFen: fen(value) });
const threshold = (minimum: number, value: number): CouponRule => ({
  kind: 'threshold',
  minimumFen: fen(minimum),
  valueFen: fen(value),
});

const idsOf = (listFen: number, coupons: readonly WalletCoupon[]) => {
  const { payableFen, coupons: used } = priceAlone({ productId: 1, listFen: fen(listFen) }, coupons, TODAY);
  return [payableFen, ...used.map((coupon) => coupon.recordId)];
};

describe('priceAlone', () => {
  it('takes a line coupon and an order coupon together', () =>
    expect(idsOf(10_000, [held(1, fixed(2000), 1), held(2, fixed(500), null)])).toEqual([7500, 1, 2]));

  it('does not let the line coupon take the minimum of a better order coupon away', () =>
    expect(idsOf(50_000, [held(1, fixed(2000), 1), held(2, threshold(50_000, 6000), null)])).toEqual([44_000, 2]));

  it('leaves out what does not help, does not fit, or is not of its day', () => {
    const tomorrow = { ...held(4, fixed(900), null), validFrom: '2026-06-16', validUntil: '2026-06-16' };
    const coupons = [held(1, fixed(900), 2), held(2, threshold(20_000, 900), null), tomorrow];
    expect(idsOf(10_000, coupons)).toEqual([10_000]);
    expect(idsOf(1000, [held(1, fixed(2000), 1), held(2, fixed(500), null)])).toEqual([0, 1]);
    expect(idsOf(1000, [])).toEqual([1000]);
  });
});

describe('an offer', () => {
  const offer: CouponOffer = {
    couponId: 7,
    name: '券',
    rule: fixed(100),
    productId: null,
    claimFrom: TODAY,
    claimUntil: TODAY,
    validFrom: null,
    validUntil: null,
    validDaysAfterClaim: 3,
    perAccountLimit: 2,
  };

  it('can be claimed on its days by who has not had enough', () => {
    expect(isClaimable(offer, 1, TODAY)).toBe(true);
    expect(isClaimable(offer, 2, TODAY)).toBe(false);
    expect(isClaimable(offer, 0, '2026-06-14')).toBe(false);
    expect(isClaimable(offer, 0, '2026-06-16')).toBe(false);
  });

  it('promises a copy for the days from today', () =>
    expect(promisedCopy(offer, TODAY)).toMatchObject({ recordId: -7, validFrom: TODAY, validUntil: '2026-06-17' }));
});
