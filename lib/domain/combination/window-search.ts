import { extremes } from './bounds';
import { fewestCoupons } from './fewest';
import { type Search, startSearch } from './layers';

import { rescale, type SumLine, type Window } from './sum-lines';
import type { Work } from './work';

/**
 * The search with the fewest line coupons, at most `limit`, that leads into one of the windows; null without one. The
 * counts that their size makes likely come first and alone, as the bounds of one count are narrow; the others together.
 */
export function searchWindows(
  lines: readonly SumLine[],
  windows: readonly Window[],
  limit: number,
  work: Work,
): Search | null {
  const first = extremes(lines).findIndex(({ to }) => windows.some((window) => to >= window.from));
  if (first < 0) return null;
  for (const [from, to] of [
    [first, first],
    [first + 1, first + 1],
    [first + 2, first + 3],
    [first + 4, lines.length],
  ] as const) {
    const counts = { from, to: Math.min(to, limit, lines.length) };
    if (counts.from > counts.to) break;
    const count = from === to ? from : fewestCoupons(lines, windows, counts, work);
    const search = count === null ? null : searchFor(count, lines, windows, work);
    if (search) return search;
  }
  return null;
}

function searchFor(
  count: number,
  fenLines: readonly SumLine[],
  fenWindows: readonly Window[],
  work: Work,
): Search | null {
  const { lines, windowsFor } = rescale(fenLines);
  const range = extremes(lines)[count];
  const windows = windowsFor(count, fenWindows).filter(({ from, to }) => range && range.to >= from && range.from <= to);
  return windows.length === 0 ? null : startSearch(lines, windows, count, work);
}
