import type { Range } from './bit-words';
import { type SumLine, sumOf, type Window } from './sum-lines';

/**
 * Where a search for `count` coupons can still succeed: with `left` coupons to choose from the lines i, i + 1 …, what is
 * left to take off lies between the least and the most these can, and what the lines before can have taken.
 */
export type Bounds = (i: number, left: number) => Range | null;

export function boundsOf(lines: readonly SumLine[], windows: readonly Window[], count: number): Bounds {
  const from = Math.min(...windows.map((window) => window.from));
  const to = Math.max(...windows.map((window) => window.to));
  const before = lines.map((_, i) => extremes(lines.slice(0, i)));
  const after = lines.map((_, i) => extremes(lines.slice(i)));
  before.push(extremes(lines));
  after.push(extremes([]));
  return (i, left) => {
    const taken = before[i]?.[count - left];
    const rest = after[i]?.[left];
    if (!taken || !rest) return null;
    const range = { from: Math.max(rest.from, from - taken.to), to: Math.min(rest.to, to - taken.from) };
    return range.from <= range.to ? range : null;
  };
}

/** The least and the most that 0, 1, 2 … coupons on different lines take off. */
export function extremes(lines: readonly SumLine[]): Range[] {
  const least = lines.map((line) => line.least).sort((a, b) => a - b);
  const most = lines.map((line) => line.most).sort((a, b) => b - a);
  return Array.from({ length: lines.length + 1 }, (_, count) => ({
    from: sumOf(least.slice(0, count)),
    to: sumOf(most.slice(0, count)),
  }));
}
