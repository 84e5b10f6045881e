import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CouponRule, WalletCoupon } from './coupon';
import { beli, fen } from './money';
import { type Amounts, priceSettlement, type Quote, type SettlementInput } from './settlement';

const TODAY = '2026-06-15';

function coupon(recordId: number, rule: CouponRule, productId: number | null): WalletCoupon {
  return {
    recordId,
    name: `券 ${recordId}`,
    rule,
    productId,
    status: 'unused',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    orderNo: null,
  };
}

const fixed = (yuanFen: number): CouponRule => ({ kind: 'fixed', valueFen: fen(yuanFen) });
const threshold = (minimum: number, value: number): CouponRule => ({
  kind: 'threshold',
  minimumFen: fen(minimum),
  valueFen: fen(value),
});
const percent = (offPercent: number, max: number | null = null): CouponRule => ({
  kind: 'percent',
  offPercent,
  maxDiscountFen: max === null ? null : fen(max),
});

interface Example {
  lines: { list: number; coupon?: CouponRule }[];
  order?: CouponRule;
  beli?: { use: number; available: number };
}

/** Products are numbered from 1, line coupons are record 100 + product, the order coupon is record 999. */
function input({ lines, order, beli: wallet }: Example): SettlementInput {
  const lineCoupons = lines.flatMap((line, i) => (line.coupon ? [coupon(101 + i, line.coupon, i + 1)] : []));
  return {
    lines: lines.map((line, i) => ({
      productId: i + 1,
      pricePolicyId: i + 1,
      listFen: fen(line.list),
      couponRecordId: line.coupon ? 101 + i : null,
    })),
    wallet: order ? [...lineCoupons, coupon(999, order, null)] : lineCoupons,
    orderCouponRecordId: order ? 999 : null,
    beli: beli(wallet?.use ?? 0),
    availableBeli: beli(wallet?.available ?? 0),
    today: TODAY,
  };
}

const shares = (quote: Quote, pick: (line: Amounts) => number) => quote.lines.map(pick);

describe('the worked examples', () => {
  it('A ¥299 with 7.9 折 pays ¥236.21', () => {
    const quote = priceSettlement(input({ lines: [{ list: 29_900, coupon: percent(79) }] }));
    expect(quote).toMatchObject({ lineDiscountFen: 6279, cashFen: 23_621 });
  });

  it('A ¥100 and B ¥400 with 满 500 减 60 and no line coupon pay ¥440', () => {
    const quote = priceSettlement(
      input({ lines: [{ list: 10_000 }, { list: 40_000 }], order: threshold(50_000, 6000) }),
    );
    expect(quote.cashFen).toBe(44_000);
  });

  it('the greedy choice of the same cart loses the order coupon and pays ¥480', () => {
    const quote = priceSettlement(
      input({ lines: [{ list: 10_000, coupon: fixed(2000) }, { list: 40_000 }], order: threshold(50_000, 6000) }),
    );
    expect(quote.cashFen).toBe(48_000);
    expect(quote.orderCouponRecordId).toBeNull();
    expect(quote.dropped).toEqual([
      { recordId: 999, name: '券 999', refusal: { reason: 'below_minimum', missingFen: 2000 } },
    ]);
  });

  it('33.33 + 33.33 + 33.34 with 立减 10 allocates exactly ¥10', () => {
    const quote = priceSettlement(
      input({ lines: [{ list: 3333 }, { list: 3333 }, { list: 3334 }], order: fixed(1000) }),
    );
    expect(shares(quote, (line) => line.orderDiscountFen)).toEqual([333, 333, 334]);
    expect(quote.cashFen).toBe(9000);
  });

  it('A ¥99 with 立减 120 costs nothing', () => {
    const quote = priceSettlement(input({ lines: [{ list: 9900, coupon: fixed(12_000) }] }));
    expect(quote).toMatchObject({ lineDiscountFen: 9900, cashFen: 0 });
  });

  it('A ¥199.99 with 1500 贝里 pays ¥49.99', () => {
    const quote = priceSettlement(input({ lines: [{ list: 19_999 }], beli: { use: 1500, available: 1500 } }));
    expect(quote).toMatchObject({ beli: 1500, cashFen: 4999 });
  });

  it('B of two equal lines under 满 800 减 100 carries half of it: ¥450 would come back', () => {
    const quote = priceSettlement(
      input({ lines: [{ list: 50_000 }, { list: 50_000 }], order: threshold(80_000, 10_000) }),
    );
    expect(shares(quote, (line) => line.cashFen)).toEqual([45_000, 45_000]);
  });
});

describe('贝里', () => {
  it('are taken whole, per line, so the fen below 10 of each line stay cash', () => {
    const quote = priceSettlement(input({ lines: [{ list: 19 }, { list: 19 }], beli: { use: 99, available: 99 } }));
    expect(quote).toMatchObject({ maxBeli: 2, beli: 2, cashFen: 18 });
  });

  it('are never more than the balance', () => {
    const quote = priceSettlement(input({ lines: [{ list: 10_000 }], beli: { use: 500, available: 3 } }));
    expect(quote).toMatchObject({ maxBeli: 3, beli: 3, cashFen: 9970 });
  });
});

describe('a chosen coupon', () => {
  it.each([
    ['expired by its dates although its status says unused', { validUntil: '2026-06-14' }, 'expired'],
    ['not yet valid', { validFrom: '2026-06-16' }, 'not_yet_valid'],
    ['used', { status: 'used' as const, orderNo: 'N1' }, 'used'],
    ['locked by another order', { status: 'locked' as const, orderNo: 'N1' }, 'locked'],
    ['of another course', { productId: 2 }, 'other_course'],
  ])('that is %s is left out and named', (_, change, reason) => {
    const example = input({ lines: [{ list: 10_000, coupon: fixed(1000) }] });
    const quote = priceSettlement({ ...example, wallet: example.wallet.map((held) => ({ ...held, ...change })) });
    expect(quote.cashFen).toBe(10_000);
    expect(quote.dropped.map((drop) => drop.refusal.reason)).toEqual([reason]);
  });

  it('is valid through both its first and its last day', () => {
    const example = input({ lines: [{ list: 10_000, coupon: fixed(1000) }] });
    const wallet = example.wallet.map((held) => ({ ...held, validFrom: TODAY, validUntil: TODAY }));
    expect(priceSettlement({ ...example, wallet }).cashFen).toBe(9000);
  });

  it('that is not in the wallet is a bug', () => {
    const example = input({ lines: [{ list: 10_000, coupon: fixed(1000) }] });
    expect(() => priceSettlement({ ...example, wallet: [] })).toThrow('not in the wallet');
  });
});

const price = fc.integer({ min: 0, max: 10_000_000 });
const anyRule = fc.oneof(
  fc.integer({ min: 1, max: 3_000_000 }).map(fixed),
  fc
    .tuple(fc.integer({ min: 1, max: 9_000_000 }), fc.integer({ min: 1, max: 3_000_000 }))
    .map(([m, v]) => threshold(m, v)),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.option(fc.integer({ min: 1, max: 500_000 })))
    .map(([o, m]) => percent(o, m)),
);
const anyExample: fc.Arbitrary<Example> = fc.record(
  {
    lines: fc.array(fc.record({ list: price, coupon: anyRule }, { requiredKeys: ['list'] }), {
      minLength: 1,
      maxLength: 20,
    }),
    order: anyRule,
    beli: fc.record({ use: fc.nat(20_000_000), available: fc.nat(20_000_000) }),
  },
  { requiredKeys: ['lines'] },
);

function expectBalanced(amounts: Amounts) {
  expect(amounts.lineDiscountFen + amounts.orderDiscountFen + amounts.beli * 10 + amounts.cashFen).toBe(
    amounts.listFen,
  );
}

describe('whatever is bought', () => {
  it('every line and the whole balance, and the lines sum to the whole', () => {
    fc.assert(
      fc.property(anyExample, (example) => {
        const quote = priceSettlement(input(example));
        expectBalanced(quote);
        for (const line of quote.lines) expectBalanced(line);
        for (const part of ['listFen', 'lineDiscountFen', 'orderDiscountFen', 'beli', 'cashFen'] as const) {
          expect(quote.lines.reduce((sum, line) => sum + line[part], 0)).toBe(quote[part]);
        }
        expect(quote.beli).toBeLessThanOrEqual(quote.maxBeli);
        expect(quote.subtotalFen).toBe(quote.listFen - quote.lineDiscountFen);
      }),
      { numRuns: 2000 },
    );
  });

  it('an order coupon never makes it dearer', () => {
    fc.assert(
      fc.property(anyExample, (example) => {
        const { order: _order, ...without } = example;
        expect(priceSettlement(input(example)).listFen).toBe(priceSettlement(input(without)).listFen);
        const owed = (quote: Quote) => quote.cashFen + quote.beli * 10;
        expect(owed(priceSettlement(input(example)))).toBeLessThanOrEqual(owed(priceSettlement(input(without))));
      }),
      { numRuns: 2000 },
    );
  });
});
