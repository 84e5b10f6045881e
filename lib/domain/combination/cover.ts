import type { LineOption } from './problem';
import { type SumLine, sumOf } from './sum-lines';

/**
 * The preferred choice that takes off at least `need` units; null when all lines together cannot.
 * The count is that of the greatest lines that suffice. Then coupons are taken by rank, each if what is missing can
 * still be had from the greatest of the other lines: one refused stays impossible, as later choices only narrow.
 */
export function coverAtLeast(lines: readonly SumLine[], need: number): LineOption[] | null {
  const greatest = [...lines].sort((a, b) => b.most - a.most);
  const mostOf = (count: number, without: ReadonlySet<SumLine>) =>
    sumOf(
      greatest
        .filter((line) => !without.has(line))
        .slice(0, count)
        .map((line) => line.most),
    );
  const count = Array.from({ length: lines.length + 1 }, (_, n) => n).find((n) => mostOf(n, new Set()) >= need);
  if (count === undefined) return null;

  const taken = new Map<SumLine, LineOption>();
  let missing = need;
  const candidates = lines.flatMap((line) => line.steps.map((step) => ({ ...step, line })));
  for (const { line, by, option } of candidates.sort((a, b) => a.option.rank - b.option.rank)) {
    if (taken.size === count) break;
    if (taken.has(line)) continue;
    if (by + mostOf(count - taken.size - 1, new Set([...taken.keys(), line])) < missing) continue;
    taken.set(line, option);
    missing -= by;
  }
  return [...taken.values()];
}
