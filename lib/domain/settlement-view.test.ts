import { describe, expect, it } from 'vitest';
import type { WalletCoupon } from './coupon';
import { beli, fen } from './money';
import type { SettlementFacts, SettlementLineFacts } from './settlement-facts';
import { viewSettlement } from './settlement-view';

const line = (productId: number, priceFen: number, change: Partial<SettlementLineFacts> = {}): SettlementLineFacts => ({
  productId,
  kind: 'course',
  slug: `course-${productId}`,
  name: `课程 ${productId}`,
  coverHue: 0,
  coverGlyph: '课',
  policy: { id: productId * 10, validDays: 30, priceFen: fen(priceFen) },
  couponRecordId: null,
  problem: null,
  ...change,
});

const coupon = (recordId: number, change: Partial<WalletCoupon> = {}): WalletCoupon => ({
  recordId,
  name: `券 ${recordId}`,
  rule: { kind: 'fixed', valueFen: fen(1000) },
  productId: null,
  status: 'unused',
  validFrom: '2025-01-01',
  validUntil: '2025-12-31',
  orderNo: null,
  ...change,
});

const view = (facts: Partial<SettlementFacts>) =>
  viewSettlement(
    {
      lines: [],
      wallet: [],
      couponChoice: 'own',
      orderCouponRecordId: null,
      wantedBeli: beli(0),
      availableBeli: beli(0),
      ...facts,
    },
    new Map([[1, [{ id: 10, validDays: 30, priceFen: fen(10000) }]]]),
    '2025-06-01',
  );

describe('viewSettlement', () => {
  it('sorts coupons to where they could be used, the greatest discount first, refusals with their reason', () => {
    const shown = view({
      lines: [line(1, 10000)],
      wallet: [
        coupon(1, { productId: 1 }),
        coupon(2, { validUntil: '2025-05-31' }),
        coupon(3),
        coupon(4, { rule: { kind: 'fixed', valueFen: fen(3000) } }),
        coupon(5, { rule: { kind: 'threshold', valueFen: fen(2000), minimumFen: fen(15000) } }),
        coupon(6, { productId: 9 }),
        coupon(7, { status: 'locked', orderNo: '20250101' }),
      ],
    });
    expect(shown.lines[0]?.coupons.usable.map((option) => [option.recordId, option.discountFen])).toEqual([[1, 1000]]);
    const { usable, unusable } = shown.orderCoupons;
    expect(usable.map((option) => [option.recordId, option.discountFen, option.refusal])).toEqual([
      [4, 3000, null],
      [3, 1000, null],
    ]);
    expect(unusable.map((option) => [option.recordId, option.refusal, option.orderNo])).toEqual([
      [2, '已于 2025-05-31 过期', null],
      [5, '还差 ¥50.00 可用', null],
      [6, '不适用于本次结算的课程', null],
      [7, '已被订单 20250101 锁定', '20250101'],
    ]);
  });

  it('shows a line that cannot be bought and leaves it out of the price', () => {
    const shown = view({ lines: [line(1, 10000), line(2, 5000, { problem: 'offline' })] });
    expect(shown.quote.listFen).toBe(10000);
    expect(shown.lines.map((one) => one.priced?.cashFen ?? null)).toEqual([10000, null]);
    expect(shown.lines.map((one) => one.policies.length)).toEqual([1, 0]);
  });

  it('says what was chosen but does not count', () => {
    const shown = view({
      lines: [line(1, 10000)],
      wallet: [coupon(5, { rule: { kind: 'threshold', valueFen: fen(2000), minimumFen: fen(15000) } })],
      orderCouponRecordId: 5,
      wantedBeli: beli(5000),
      availableBeli: beli(300),
    });
    expect(shown.quote).toMatchObject({ orderDiscountFen: 0, beli: 300, cashFen: 7000 });
    expect(shown.notes).toEqual(['「券 5」还差 ¥50.00 可用，这次没有使用', '本单最多可用 300 贝里，已按 300 贝里计算']);
  });

  it('has no notes when all that was chosen counts', () => {
    const shown = view({ lines: [line(1, 10000)], wantedBeli: beli(300), availableBeli: beli(300) });
    expect(shown.notes).toEqual([]);
  });
});
