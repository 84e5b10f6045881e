import { describe, expect, it } from 'vitest';
import {
  type CouponRule,
  describeRefusal,
  describeRule,
  judgeCoupon,
  readCouponRule,
  type WalletCoupon,
} from './coupon';
import { fen } from './money';

const TODAY = '2026-06-15';
const percent = (offPercent: number, max: number | null): CouponRule => ({
  kind: 'percent',
  offPercent,
  maxDiscountFen: max === null ? null : fen(max),
});

function held(rule: CouponRule): WalletCoupon {
  return {
    recordId: 1,
    name: '券',
    rule,
    productId: null,
    status: 'unused',
    validFrom: TODAY,
    validUntil: TODAY,
    orderNo: null,
  };
}

describe('a discount', () => {
  it.each([
    { rule: { kind: 'fixed', valueFen: fen(2000) } as const, base: 10_000, discount: 2000 },
    { rule: { kind: 'fixed', valueFen: fen(2000) } as const, base: 500, discount: 500 },
    { rule: { kind: 'threshold', minimumFen: fen(500), valueFen: fen(900) } as const, base: 500, discount: 500 },
    { rule: percent(79, null), base: 29_900, discount: 6279 },
    // Half a fen rounds what is paid up: 50 % of 1 fen pays 1.
    { rule: percent(50, null), base: 1, discount: 0 },
    { rule: percent(50, null), base: 3, discount: 1 },
    { rule: percent(80, 1000), base: 10_000, discount: 1000 },
    { rule: percent(80, 1000), base: 4000, discount: 800 },
    { rule: percent(1, null), base: 0, discount: 0 },
  ])('of $rule on $base fen is $discount', ({ rule, base, discount }) => {
    expect(judgeCoupon(held(rule), null, fen(base), TODAY)).toEqual({ usable: true, discountFen: discount });
  });

  it('of a 满减 one fen below its minimum is refused with what is missing', () => {
    const rule = { kind: 'threshold', minimumFen: fen(50_000), valueFen: fen(6000) } as const;
    expect(judgeCoupon(held(rule), null, fen(49_999), TODAY)).toEqual({
      usable: false,
      refusal: { reason: 'below_minimum', missingFen: 1 },
    });
  });
});

describe('words', () => {
  it.each([
    [{ kind: 'fixed', valueFen: fen(2000) } as const, '立减 ¥20.00'],
    [{ kind: 'threshold', minimumFen: fen(50_000), valueFen: fen(6000) } as const, '满 ¥500.00 减 ¥60.00'],
    [percent(79, null), '7.9 折'],
    [percent(80, 10_000), '8 折，最多减 ¥100.00'],
  ])('describe %j', (rule, words) => expect(describeRule(rule)).toBe(words));

  it.each([
    [{ reason: 'below_minimum', missingFen: fen(2000) } as const, '还差 ¥20.00 可用'],
    [{ reason: 'not_yet_valid', from: '2026-07-01' } as const, '2026-07-01 起可用'],
    [{ reason: 'expired', until: '2026-06-01' } as const, '已于 2026-06-01 过期'],
    [{ reason: 'other_course' } as const, '不适用于本次结算的课程'],
    [{ reason: 'used', orderNo: '17' } as const, '已用于订单 17'],
    [{ reason: 'locked', orderNo: '17' } as const, '已被订单 17 锁定'],
    [{ reason: 'locked', orderNo: null } as const, '已被其他订单锁定'],
  ])('explain %j', (refusal, words) => expect(describeRefusal(refusal)).toBe(words));
});

describe('readCouponRule', () => {
  const empty = { valueFen: null, minimumFen: null, offPercent: null, maxDiscountFen: null };

  it('reads what its kind needs', () => {
    expect(readCouponRule({ ...empty, kind: 'percent', offPercent: 79 })).toEqual(percent(79, null));
  });

  it.each(['fixed', 'threshold', 'percent'] as const)('throws on a %s without its columns', (kind) => {
    expect(() => readCouponRule({ ...empty, kind })).toThrow('do not fit');
  });
});
