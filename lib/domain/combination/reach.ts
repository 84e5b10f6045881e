import { commonDivisor, type SumLine, sumOf } from './sum-lines';
import { largestUpTo, mergeSums, type SumSet } from './sum-set';
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
