import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestBySums, bruteForce, type Expected, quoteOfChoice } from '@/tests/support/combination-oracles';
import { fixed, heldCoupon, percent, TODAY, threshold } from '@/tests/support/combinations';
import { type BestCombination, bestCombination, type CombinationInput } from './best-combination';
import type { CouponRule, WalletCoupon } from './coupon';
import { fen } from './money';

/** As the rule has it; a failure prints its seed and the smallest wallet that fails. */
const BRUTE_FORCE_CASES = 12_000;

interface Sizes {
  readonly lines: number;
  readonly perLine: number;
  readonly perOrder: number;
  /** The highest list price, in fen. */
  readonly price: number;
}

function anyRule(price: number): fc.Arbitrary<CouponRule> {
  const upTo = (most: number) => fc.integer({ min: 1, max: most });
  return fc.oneof(
    upTo(price).map(fixed),
    fc.tuple(upTo(price * 2), upTo(price)).map(([minimum, value]) => threshold(minimum, value)),
    fc.tuple(upTo(99), fc.option(upTo(price))).map(([off, most]) => percent(off, most)),
  );
}

/** Expiries meet often, and some coupons cannot be used at all. */
const anyState = fc.record({
  validUntil: fc.constantFrom('2026-06-14', '2026-06-15', '2026-06-15', '2026-06-16', '2026-06-16', '2026-06-17'),
  validFrom: fc.constantFrom('2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', '2026-06-16'),
  status: fc.constantFrom('unused', 'unused', 'unused', 'unused', 'locked', 'used', 'expired'),
});

function anyInput({ lines, perLine, perOrder, price }: Sizes): fc.Arbitrary<CombinationInput> {
  const coupons = (most: number) => fc.array(fc.tuple(anyRule(price), anyState), { maxLength: most });
  const line = fc.tuple(fc.integer({ min: 0, max: price }), coupons(perLine));
  // The ids run against the order of the wallet in half of all cases, so that neither decides alone.
  return fc
    .tuple(fc.array(line, { minLength: 1, maxLength: lines }), coupons(perOrder), fc.boolean())
    .map(([drawn, orderCoupons, isReversed]) => {
      const wallet: WalletCoupon[] = [];
      const hold =
        (productId: number | null) =>
        ([rule, state]: (typeof orderCoupons)[number]) => {
          wallet.push(heldCoupon(isReversed ? 100 - wallet.length : wallet.length + 1, rule, productId, state));
        };
      drawn.forEach(([, held], i) => held.forEach(hold(i + 1)));
      orderCoupons.forEach(hold(null));
      return { lines: drawn.map(([list], i) => ({ productId: i + 1, listFen: fen(list) })), wallet, today: TODAY };
    });
}

function expectSame(best: BestCombination, expected: Expected): void {
  const chosen = [...best.choice.lineCoupons, best.choice.orderCoupon].filter((id) => id !== null);
  const ids = (list: readonly number[]) => [...list].sort((a, b) => a - b);
  expect(best.payableFen).toBe(expected.payable);
  expect(ids(chosen)).toEqual(ids(expected.coupons.map((coupon) => coupon.recordId)));
}

function expectConsistent(input: CombinationInput, best: BestCombination): void {
  const quote = quoteOfChoice(input, best.choice);
  expect(quote.dropped).toEqual([]);
  expect(quote.cashFen).toBe(best.payableFen);
  expect(quote.listFen - quote.cashFen).toBe(best.savedFen);
  expect(quote.lines.reduce((sum, line) => sum + line.cashFen, 0)).toBe(best.payableFen);
  for (const { cashFen, lineDiscountFen, orderDiscountFen, listFen } of quote.lines) {
    expect(lineDiscountFen + orderDiscountFen + cashFen).toBe(listFen);
    for (const part of [cashFen, lineDiscountFen, orderDiscountFen]) {
      expect(Number.isSafeInteger(part) && part >= 0).toBe(true);
    }
  }
  expect(best.savedOverGreedyFen).toBeGreaterThanOrEqual(0);
}

const small = { lines: 4, perLine: 3, perOrder: 4 };

describe('the best combination', () => {
  it(`is what trying all finds, and the pipeline prices it the same, in ${BRUTE_FORCE_CASES} wallets`, () => {
    const inputs = fc.oneof(...[6, 20, 40, 300].map((price) => anyInput({ ...small, price })));
    fc.assert(
      fc.property(inputs, (input) => {
        const best = bestCombination(input);
        expectSame(best, bruteForce(input));
        expectConsistent(input, best);
      }),
      { numRuns: BRUTE_FORCE_CASES },
    );
  }, 300_000);

  it('is what an independent search over all sums finds, in larger wallets', () => {
    const inputs = fc.oneof(...[50, 1000].map((price) => anyInput({ lines: 6, perLine: 4, perOrder: 5, price })));
    fc.assert(
      fc.property(inputs, (input) => expectSame(bestCombination(input), bestBySums(input))),
      { numRuns: 400 },
    );
  }, 300_000);

  it('never gets dearer with another coupon, nor cheaper without one', () => {
    fc.assert(
      fc.property(anyInput({ ...small, price: 60 }), fc.nat(), (input, at) => {
        const wallet = input.wallet.filter((_, i) => i !== at % Math.max(1, input.wallet.length));
        const payable = bestCombination(input).payableFen;
        expect(bestCombination({ ...input, wallet }).payableFen).toBeGreaterThanOrEqual(payable);
      }),
      { numRuns: 3000 },
    );
  });

  it('does not hang on the order of the wallet', () => {
    fc.assert(
      fc.property(anyInput({ ...small, price: 30 }), (input) => {
        const reversed = bestCombination({ ...input, wallet: input.wallet.toReversed() });
        expect(reversed).toEqual(bestCombination(input));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('every sentence', () => {
  /** What the choice would cost with just this coupon in its place. */
  const replaced = (input: CombinationInput, best: BestCombination, recordId: number, productId: number | null) => {
    const { lineCoupons, orderCoupon } = best.choice;
    const line = input.lines.findIndex((candidate) => candidate.productId === productId);
    return quoteOfChoice(
      input,
      line < 0
        ? { lineCoupons, orderCoupon: recordId }
        : { lineCoupons: lineCoupons.with(line, recordId), orderCoupon },
    );
  };

  it('says truly what using that coupon instead would have cost', () => {
    fc.assert(
      fc.property(anyInput({ ...small, price: 40 }), (input) => {
        const best = bestCombination(input);
        for (const { recordId, productId, chosen, sentence } of best.decisions) {
          if (chosen) continue;
          const more = replaced(input, best, recordId, productId).cashFen - best.payableFen;
          expect(more).toBeGreaterThanOrEqual(0);
          const said = /多付 ¥(\d+\.\d\d)$/.exec(sentence)?.[1] ?? '0.00';
          expect(said).toBe(`${Math.floor(more / 100)}.${String(more % 100).padStart(2, '0')}`);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is about a coupon that can be used, each once', () => {
    fc.assert(
      fc.property(anyInput({ ...small, price: 40 }), (input) => {
        const { decisions, choice } = bestCombination(input);
        const ids = decisions.map((decision) => decision.recordId);
        expect(new Set(ids).size).toBe(ids.length);
        const chosen = decisions.flatMap((decision) => (decision.chosen ? [decision.recordId] : []));
        const all = [...choice.lineCoupons, choice.orderCoupon].filter((id) => id !== null);
        expect(new Set(chosen)).toEqual(new Set(all));
        for (const { sentence } of decisions) expect(sentence).not.toContain('undefined');
      }),
      { numRuns: 1000 },
    );
  });
});
