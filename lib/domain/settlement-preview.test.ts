import { describe, expect, it } from 'vitest';
import type { WalletCoupon } from './coupon';
import { beli, fen } from './money';
import type { SettlementFacts } from './settlement-facts';
import { quoteOf } from './settlement-facts';
import { type Preview, previewCommand, readPreview } from './settlement-preview';

const coupon = (recordId: number, productId: number | null): WalletCoupon => ({
  recordId,
  name: `券 ${recordId}`,
  rule: { kind: 'fixed', valueFen: fen(1000) },
  productId,
  status: 'unused',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  orderNo: null,
});

const line = (productId: number, priceFen: number) => ({
  productId,
  kind: 'course' as const,
  slug: 'x',
  name: `课程 ${productId}`,
  coverHue: 0,
  coverGlyph: 'x',
  policy: { id: productId * 10, validDays: 30, priceFen: fen(priceFen) },
  couponRecordId: null,
  problem: null,
});

const facts: SettlementFacts = {
  lines: [{ ...line(1, 5000), problem: 'offline' }, line(2, 9900)],
  wallet: [coupon(7, 2), coupon(8, null)],
  couponChoice: 'best',
  orderCouponRecordId: null,
  wantedBeli: beli(0),
  availableBeli: beli(100),
};
const policies = new Map([[2, [{ id: 21, validDays: 90, priceFen: fen(20000) }]]]);
const best = { choice: { lineCoupons: [7], orderCoupon: 8 } };
const after = (command: Preview) => previewCommand({ facts, policies, best }, command);
const cash = (command: Preview) => quoteOf(after(command), '2026-06-01').cashFen;

const form = (entries: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.set(name, value);
  return data;
};

describe('what the page shows while the server is being asked', () => {
  it('prices each command as the server will', () => {
    expect(cash({ intent: 'line-coupon', productId: 2, recordId: 7 })).toBe(8900);
    expect(cash({ intent: 'order-coupon', recordId: 8 })).toBe(8900);
    expect(cash({ intent: 'beli', beli: beli(30) })).toBe(9600);
    expect(cash({ intent: 'change-policy', productId: 2, pricePolicyId: 21 })).toBe(20000);
    expect(cash({ intent: 'remove-line', productId: 2 })).toBe(0);
  });

  it('a coupon that is chosen or taken off makes the choice the student’s, the best makes it ours', () => {
    expect(after({ intent: 'order-coupon', recordId: null }).couponChoice).toBe('own');
    expect(after({ intent: 'best-coupons' })).toMatchObject({ couponChoice: 'best', orderCouponRecordId: 8 });
    expect(after({ intent: 'best-coupons' }).lines.map((one) => one.couponRecordId)).toEqual([null, 7]);
    expect(cash({ intent: 'best-coupons' })).toBe(7900);
  });

  it('shows nothing of a period that is not on offer', () => {
    expect(after({ intent: 'change-policy', productId: 2, pricePolicyId: 99 })).toEqual(facts);
  });
});

describe('reading the forms of the page', () => {
  it.each([
    [
      { intent: 'line-coupon', productId: '2', recordId: '' },
      { intent: 'line-coupon', productId: 2, recordId: null },
    ],
    [
      { intent: 'order-coupon', recordId: '8' },
      { intent: 'order-coupon', recordId: 8 },
    ],
    [
      { intent: 'beli', beli: ' 30 ' },
      { intent: 'beli', beli: 30 },
    ],
    [{ intent: 'beli', beli: '1.5' }, null],
    [{ intent: 'something else' }, null],
  ])('%o', (entries, command) => {
    expect(readPreview(form(entries))).toEqual(command);
  });
});
