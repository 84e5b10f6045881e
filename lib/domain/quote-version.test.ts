import { describe, expect, it } from 'vitest';
import { beli, fen } from './money';
import { quoteChanges, quoteVersion } from './quote-version';
import { priceSettlement } from './settlement';

const NAMES = new Map([
  [1, 'Python 入门'],
  [2, 'Go 实战'],
]);

function quote(price: number, use = 0) {
  return priceSettlement({
    lines: [
      { productId: 1, pricePolicyId: 11, listFen: fen(price), couponRecordId: null },
      { productId: 2, pricePolicyId: 22, listFen: fen(5000), couponRecordId: null },
    ],
    wallet: [],
    orderCouponRecordId: null,
    beli: beli(use),
    availableBeli: beli(100),
    today: '2026-06-15',
  });
}

describe('a quote version', () => {
  it('that still holds has no changes', () => {
    expect(quoteChanges(quoteVersion(quote(10_000)), quote(10_000), NAMES)).toEqual([]);
  });

  it('names each difference', () => {
    expect(quoteChanges(quoteVersion(quote(10_000, 100)), quote(12_000), NAMES)).toEqual([
      '「Python 入门」售价由 ¥100.00 变为 ¥120.00',
      '使用贝里由 100 变为 0',
      '应付由 ¥140.00 变为 ¥170.00',
    ]);
  });

  it('notices lines that came and went', () => {
    const one = { ...quote(10_000), lines: quote(10_000).lines.slice(0, 1) };
    expect(quoteChanges(quoteVersion(one), quote(10_000), NAMES)).toContain('「Go 实战」已加入结算');
    expect(quoteChanges(quoteVersion(quote(10_000)), one, NAMES)).toContain('「Go 实战」已移出结算');
  });

  it.each(['', 'null', '{}', '{"n":[{"p":1}],"c":null}', 'x'.repeat(10_000)])('%j matches nothing', (forged) => {
    expect(quoteChanges(forged, quote(10_000), NAMES)).toEqual(['页面上的价格已失效，请核对最新金额']);
  });
});
