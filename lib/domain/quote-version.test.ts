import { describe, expect, it } from 'vitest';
import type { WalletCoupon } from './coupon';
import { beli, fen } from './money';
import { describeDifference, quoteDifferences, quoteVersion } from './quote-version';
import { quoteOf, type SettlementFacts } from './settlement-facts';

const coupon = (recordId: number): WalletCoupon => ({
  recordId,
  name: `券 ${recordId}`,
  rule: { kind: 'fixed', valueFen: fen(1000) },
  productId: null,
  status: 'unused',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  orderNo: null,
});

interface Change {
  readonly price?: number;
  readonly validDays?: number;
  readonly use?: number;
  readonly available?: number;
  readonly orderCoupon?: number;
  readonly only?: number;
}

function version({ price = 10_000, validDays = 30, use = 0, available = 100, orderCoupon, only = 2 }: Change = {}) {
  const line = (productId: number, name: string, priceFen: number) => ({
    productId,
    name,
    kind: 'course' as const,
    slug: 'x',
    coverHue: 0,
    coverGlyph: 'x',
    policy: { id: productId * 11 + validDays, validDays, priceFen: fen(priceFen) },
    couponRecordId: null,
    problem: null,
  });
  const facts: SettlementFacts = {
    lines: [line(1, 'Python 入门', price), line(2, 'Go 实战', 5000)].slice(0, only),
    wallet: [coupon(7), coupon(8)],
    couponChoice: 'own',
    orderCouponRecordId: orderCoupon ?? null,
    wantedBeli: beli(use),
    availableBeli: beli(available),
  };
  return quoteVersion(facts, quoteOf(facts, '2026-06-15'));
}

const sentences = (seen: string, now: string) => quoteDifferences(seen, now).map(describeDifference);

describe('a quote version', () => {
  it('that still holds has no differences', () => {
    expect(quoteDifferences(version(), version())).toEqual([]);
  });

  it('names each difference, before and now', () => {
    expect(quoteDifferences(version({ use: 100 }), version({ price: 12_000, use: 100, available: 0 }))).toEqual([
      { what: '「Python 入门」售价', before: '¥100.00', now: '¥120.00' },
      { what: '使用贝里', before: '100', now: '0' },
      { what: '应付', before: '¥140.00', now: '¥170.00' },
    ]);
  });

  it('notices another period, and another coupon that takes off as much', () => {
    expect(sentences(version(), version({ validDays: 90 }))).toEqual([
      '「Python 入门」有效期由 1 个月 变为 3 个月',
      '「Go 实战」有效期由 1 个月 变为 3 个月',
    ]);
    expect(sentences(version({ orderCoupon: 7 }), version({ orderCoupon: 8 }))).toEqual([
      '全场券优惠由 ¥10.00 变为 ¥10.00（换了一张券）',
    ]);
  });

  it('notices lines that came and went', () => {
    expect(sentences(version({ only: 1 }), version())).toContain('「Go 实战」由 不在结算里 变为 ¥50.00');
    expect(sentences(version(), version({ only: 1 }))).toContain('「Go 实战」由 ¥50.00 变为 已移出结算');
  });

  it.each(['', 'null', '{}', '[]', '{"n":[{"p":1}],"c":null}', '{"n":{},"c":null}', 'x'.repeat(10_000)])(
    '%j matches nothing',
    (forged) => {
      expect(quoteDifferences(forged, version())).toEqual([
        { what: '应付', before: '页面上的价格已失效', now: '¥150.00' },
      ]);
    },
  );
});
