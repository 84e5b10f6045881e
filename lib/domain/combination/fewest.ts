import type { Range } from './bit-words';
import { boundsOf, extremes } from './bounds';
import { addLine, type SumsByCount } from './layers';
import { rescale, type SumLine, type Window } from './sum-lines';
import { hasAny } from './sum-set';
import type { Work } from './work';

/** The fewest line coupons, of so many to so many, whose sum is within one of the windows: all counts at once. */
export function fewestCoupons(
  fenLines: readonly SumLine[],
  fenWindows: readonly Window[],
  counts: Range,
  work: Work,
): number | null {
  const { lines, windowsFor } = rescale(fenLines);
  const totals = extremes(lines)
    .map((_, count) => ({ count, windows: windowsFor(count, fenWindows) }))
    .filter(({ count, windows }) => count >= counts.from && count <= counts.to && windows.length > 0);
  const bounds = totals.map(({ count, windows }) => boundsOf(lines, windows, count));
  const sums = lines.reduceRight<SumsByCount>(
    (after, line, i) => {
      const within = Array.from({ length: lines.length - i + 1 }, (_, left) =>
        hullOf(bounds.map((boundsOfOne) => boundsOfOne(i, left))),
      );
      return addLine({ sums: after, line, sign: 1, within }, work);
    },
    [[0]],
  );
  const reached = totals.find(({ count, windows }) => {
    const all = sums[count];
    return all && windows.some((window) => hasAny(all, window));
  });
  return reached?.count ?? null;
}

function hullOf(ranges: readonly (Range | null)[]): Range | null {
  const present = ranges.flatMap((range) => (range ? [range] : []));
  if (present.length === 0) return null;
  return { from: Math.min(...present.map((range) => range.from)), to: Math.max(...present.map((range) => range.to)) };
}
