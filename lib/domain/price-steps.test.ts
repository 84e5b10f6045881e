import { describe, expect, it } from 'vitest';
import type { WalletCoupon } from './coupon';
import { beli, fen } from './money';
import { priceSteps } from './price-steps';
import { quoteOf, type SettlementFacts } from './settlement-facts';

const coupon = (recordId: number, productId: number | null, change: Partial<WalletCoupon> = {}): WalletCoupon => ({
  recordId,
  name: `券 ${recordId}`,
  rule: { kind: 'fixed', valueFen: fen(1000) },
  productId,
  status: 'unused',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  orderNo: null,
  ...change,
});

const line = (productId: number, priceFen: number, couponRecordId: number | null = null) => ({
  productId,
  kind: 'course' as const,
  slug: 'x',
  name: `课程 ${productId}`,
  coverHue: 0,
  coverGlyph: 'x',
  policy: { id: productId, validDays: 90, priceFen: fen(priceFen) },
  couponRecordId,
  problem: null,
});

const steps = (change: Partial<SettlementFacts>) => {
  const facts: SettlementFacts = {
    lines: [line(1, 29900, 7), line(2, 10000)],
    wallet: [
      coupon(7, 1, { rule: { kind: 'percent', offPercent: 79, maxDiscountFen: null } }),
      coupon(8, null, { rule: { kind: 'threshold', minimumFen: fen(30000), valueFen: fen(3621) } }),
    ],
    couponChoice: 'own',
    orderCouponRecordId: 8,
    wantedBeli: beli(100),
    availableBeli: beli(100),
    ...change,
  };
  return priceSteps(facts, quoteOf(facts, '2026-06-01')).map((step) => [step.title, step.fen, ...step.sentences]);
};

describe('为什么是这个价', () => {
  it('goes from the list price to the cash, a sentence for each decision', () => {
    expect(steps({})).toEqual([
      ['原价', 39900, '「课程 1」3 个月：¥299.00', '「课程 2」3 个月：¥100.00'],
      ['课程券', 6279, '「课程 1」用「券 7」（7.9 折）：¥299.00 − ¥62.79 = ¥236.21'],
      [
        '全场券',
        3621,
        '小计 ¥336.21，用「券 8」（满 ¥300.00 减 ¥36.21）：¥336.21 − ¥36.21 = ¥300.00，按各门课程券后的价格分摊',
      ],
      ['贝里', 1000, '用 100 个贝里，每 10 个抵 ¥1.00，抵 ¥10.00'],
      ['应付', 29000, '以上相减，支付 ¥290.00'],
    ]);
  });

  it('says what was not used, and when there is nothing to pay', () => {
    const free = steps({ lines: [line(1, 0)], orderCouponRecordId: null, wantedBeli: beli(0) });
    expect(free.slice(1)).toEqual([
      ['课程券', 0, '没有使用课程券'],
      ['全场券', 0, '小计 ¥0.00，没有使用全场券'],
      ['贝里', 0, '没有使用贝里（本单最多可用 0 个）'],
      ['应付', 0, '无需支付，提交后直接开通'],
    ]);
  });
});
