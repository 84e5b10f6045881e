import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocation';

describe('allocate', () => {
  it.each([
    { total: 1000, weights: [3333, 3333, 3334], shares: [333, 333, 334] },
    { total: 1, weights: [1, 1, 1], shares: [1, 0, 0] },
    { total: 2, weights: [1, 1, 1], shares: [1, 1, 0] },
    { total: 0, weights: [5, 0], shares: [0, 0] },
    { total: 0, weights: [], shares: [] },
    { total: 7, weights: [0, 7, 0], shares: [0, 7, 0] },
    { total: 199_999_999, weights: Array.from({ length: 20 }, () => 10_000_000), shares: null },
  ])('spreads $total over $weights', ({ total, weights, shares }) => {
    const spread = allocate(total, weights);
    expect(spread.reduce((a, b) => a + b, 0)).toBe(total);
    if (shares) expect(spread).toEqual(shares);
  });

  it.each([
    { total: -1, weights: [1] },
    { total: 2, weights: [1] },
    { total: Number.NaN, weights: [1] },
  ])('refuses $total over $weights', ({ total, weights }) => {
    expect(() => allocate(total, weights)).toThrow(RangeError);
  });

  it('sums exactly, stays within each weight, and is off the exact proportion by less than one unit', () => {
    const cases = fc
      .array(fc.nat(10_000_000), { minLength: 1, maxLength: 20 })
      .chain((weights) =>
        fc.record({ weights: fc.constant(weights), total: fc.nat(weights.reduce((a, b) => a + b, 0)) }),
      );
    fc.assert(
      fc.property(cases, ({ total, weights }) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        const shares = allocate(total, weights);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [i, share] of shares.entries()) {
          const weight = weights[i] ?? 0;
          expect(Number.isInteger(share)).toBe(true);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(weight);
          if (sum > 0) expect(Math.abs(share - (total * weight) / sum)).toBeLessThan(1);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
