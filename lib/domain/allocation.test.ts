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
        // One plain condition a share: an expect for each would take most of the time.
        const isFair = (share: number, weight: number) =>
          Number.isInteger(share) &&
          share >= 0 &&
          share <= weight &&
          (sum === 0 || Math.abs(share - (total * weight) / sum) < 1);
        expect(shares.filter((share, i) => !isFair(share, weights[i] ?? 0))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });
});
