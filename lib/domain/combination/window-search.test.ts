import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '@/lib/domain/money';
import { fixed, heldCoupon, TODAY } from '@/tests/support/combinations';
import { fewestCoupons } from './fewest';
import { readProblem } from './problem';
import { type SumLine, sumLinesOf, type Window } from './sum-lines';
import { searchWindows } from './window-search';
import { Work } from './work';

const work = new Work(Number.POSITIVE_INFINITY);
const order = { coupon: heldCoupon(999, fixed(1), null), rank: 999 };

const anyLines = fc
  .array(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  .map((lines): readonly SumLine[] => {
    const wallet = lines.flatMap((values, i) => values.map((value, j) => heldCoupon(10 * i + j, fixed(value), i)));
    const listed = lines.map((_, i) => ({ productId: i, listFen: fen(1000) }));
    return sumLinesOf(readProblem({ lines: listed, wallet, today: TODAY }));
  });
const anyWindows = fc.array(
  fc.tuple(fc.nat(2000), fc.nat(3)).map(([from, width]): Window => ({ order, from, to: from + width })),
  { minLength: 1, maxLength: 3 },
);

function fewestByTrying(lines: readonly SumLine[], windows: readonly Window[]): number | null {
  let choices = [{ sum: 0, count: 0 }];
  for (const { steps } of lines) {
    choices = choices.flatMap(({ sum, count }) => [
      { sum, count },
      ...steps.map(({ by }) => ({ sum: sum + by, count: count + 1 })),
    ]);
  }
  const counts = choices.flatMap(({ sum, count }) =>
    windows.some(({ from, to }) => sum >= from && sum <= to) ? [count] : [],
  );
  return counts.length === 0 ? null : Math.min(...counts);
}

describe('the fewest coupons that lead into a window', () => {
  it('are the same group after group, all counts at once, and by trying all', () => {
    fc.assert(
      fc.property(anyLines, anyWindows, (lines, windows) => {
        const fewest = fewestByTrying(lines, windows);
        expect(fewestCoupons(lines, windows, { from: 0, to: lines.length }, work)).toBe(fewest);
        expect(searchWindows(lines, windows, lines.length, work)?.count ?? null).toBe(fewest);
      }),
      { numRuns: 1000 },
    );
  });

  it('are not looked for beyond the limit', () => {
    fc.assert(
      fc.property(anyLines, anyWindows, (lines, windows) => {
        const fewest = fewestByTrying(lines, windows);
        if (fewest === null || fewest === 0) return;
        expect(fewestCoupons(lines, windows, { from: 0, to: fewest - 1 }, work)).toBeNull();
        expect(searchWindows(lines, windows, fewest - 1, work)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});
