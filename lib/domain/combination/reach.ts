import { extremes } from './bounds';
import { addLine, type SumsByCount } from './layers';
import { commonDivisor, rescale, type SumLine, sumOf, type Window } from './sum-lines';
import { hasAny, largestUpTo, mergeSums, type SumSet } from './sum-set';
import type { Work } from './work';

const stepsOf = (lines: readonly SumLine[]): number => sumOf(lines.map((line) => line.steps.length));

/** About how many words `reachableSums` combines. */
export const costOfReachable = (lines: readonly SumLine[], limit: number): number =>
  (stepsOf(lines) * limit) / commonDivisor(lines, 0) / 32;

/** Knows of every sum up to `limit` whether line coupons can take it off; answers with the largest up to a given one. */
export function reachableSums(lines: readonly SumLine[], limit: number, work: Work): (upTo: number) => number {
  const unit = commonDivisor(lines, 0);
  let reached: SumSet = [0];
  let end = 0;
  for (const { steps, most } of [...lines].sort((a, b) => a.most - b.most)) {
    end = Math.min(Math.floor(limit / unit), end + most / unit);
    const bys = [0, ...steps.map((step) => step.by / unit)];
    reached = mergeSums({ from: 0, to: end }, [{ sums: reached, bys }], work);
  }
  return (upTo) => largestUpTo(reached, Math.floor(upTo / unit)) * unit;
}

/** About how many words `fewestCoupons` combines. */
export const costOfFewest = (lines: readonly SumLine[], windows: readonly Window[], limit: number): number =>
  limit * costOfReachable(lines, Math.max(...windows.map((window) => window.to)));

/** The fewest line coupons whose sum is within one of the windows, up to `limit`; null when more would be needed. */
export function fewestCoupons(
  fenLines: readonly SumLine[],
  fenWindows: readonly Window[],
  limit: number,
  work: Work,
): number | null {
  const { lines, windowsFor } = rescale(fenLines);
  const counts = extremes(lines).slice(0, limit + 1);
  const windows = counts.map((_, count) => windowsFor(count, fenWindows));
  // What has been taken off so far must leave room for the coupons still to come, which take off nothing at the least.
  const within = counts.map((range, count) => {
    const most = Math.max(0, ...windows.slice(count).flatMap((ahead) => ahead.map((window) => window.to)));
    return { from: 0, to: Math.min(most, range.to) };
  });
  const byCount = lines.reduce<SumsByCount>((sums, line) => addLine({ sums, line, sign: 1, within }, work), [[0]]);
  const fewest = byCount.findIndex((sums, count) => windows[count]?.some((window) => sums && hasAny(sums, window)));
  return fewest < 0 ? null : fewest;
}
