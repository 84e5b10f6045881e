import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from './bit-words';
import { hasAny, largestUpTo, meet, mergeSums, type SumSet, sumsOfRanges } from './sum-set';
import { Work } from './work';

const work = new Work(Number.POSITIVE_INFINITY);
const TOP = 1500;

const anyRange = fc
  .tuple(fc.nat(TOP), fc.nat(TOP))
  .map(([a, b]): Range => ({ from: Math.min(a, b), to: Math.max(a, b) }));
/** Few and far apart, or so many that they are kept as bits. */
const anyNumbers = fc.oneof(
  fc.uniqueArray(fc.nat(TOP), { maxLength: 20 }),
  fc.uniqueArray(fc.nat(TOP), { minLength: 60, maxLength: 300 }),
);
const anyMoves = fc.array(fc.integer({ min: -TOP, max: TOP }), { minLength: 1, maxLength: 7 });

const setOf = (numbers: readonly number[]): SumSet =>
  sumsOfRanges(
    { from: 0, to: TOP },
    numbers.map((number) => ({ from: number, to: number })),
    work,
  );

/** What of [0, TOP × 2] a set says it holds. */
const listed = (sums: SumSet): number[] =>
  Array.from({ length: TOP * 2 }, (_, number) => number).filter((number) => hasAny(sums, { from: number, to: number }));

describe('a set of sums', () => {
  it('merges sets moved by steps: all within the range, and nothing that was not there', () => {
    fc.assert(
      fc.property(anyNumbers, anyNumbers, anyMoves, anyRange, (first, second, bys, within) => {
        const parts = [
          { sums: setOf(first), bys },
          { sums: setOf(second), bys: [0] },
        ];
        const expected = new Set([...first.flatMap((number) => bys.map((by) => number + by)), ...second]);
        const merged = listed(mergeSums(within, parts, work));
        const isWithin = (number: number) => number >= within.from && number <= within.to;
        expect(merged.filter(isWithin)).toEqual([...expected].filter(isWithin).sort((a, b) => a - b));
        for (const number of merged) expect(expected.has(number)).toBe(true);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('knows whether it meets another that is moved', () => {
    fc.assert(
      fc.property(anyNumbers, anyNumbers, fc.integer({ min: -TOP, max: TOP }), (first, second, by) => {
        const moved = new Set(second.map((number) => number + by));
        expect(meet(setOf(first), setOf(second), by, work)).toBe(first.some((number) => moved.has(number)));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds the largest up to a limit, and whether a range holds any', () => {
    fc.assert(
      fc.property(anyNumbers, anyRange, (numbers, { from, to }) => {
        const sums = setOf(numbers);
        expect(largestUpTo(sums, to)).toBe(Math.max(0, ...numbers.filter((number) => number <= to)));
        expect(hasAny(sums, { from, to })).toBe(numbers.some((number) => number >= from && number <= to));
      }),
      { numRuns: 1000 },
    );
  });

  it('holds ranges, cut to its own', () => {
    fc.assert(
      fc.property(fc.array(anyRange, { maxLength: 4 }), anyRange, (ranges, within) => {
        const expected = Array.from({ length: TOP * 2 }, (_, number) => number).filter(
          (number) =>
            number >= within.from &&
            number <= within.to &&
            ranges.some(({ from, to }) => number >= from && number <= to),
        );
        expect(listed(sumsOfRanges(within, ranges, work))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
