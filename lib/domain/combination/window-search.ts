import { extremes } from './bounds';
import { type Search, startSearch } from './layers';
import { costOfFewest, fewestCoupons } from './reach';
import { rescale, type SumLine, type Window } from './sum-lines';
import type { Work } from './work';

/** The search with the fewest line coupons, at most `limit`, that leads into one of the windows; null without one. */
export function searchWindows(
  lines: readonly SumLine[],
  windows: readonly Window[],
  limit: number,
  work: Work,
): Search | null {
  if (windows.length === 0) return null;
  const allowance = costOfFewest(lines, windows, limit);
  const found = work.within(allowance, () => searchByCount(lines, windows, limit, work));
  if (found !== 'given up') return found;
  const count = fewestCoupons(lines, windows, limit, work);
  return count === null ? null : searchFor(count, lines, windows, work);
}

/**
 * The same one count after the other, which is the quickest when one of the first that could do does: their bounds are
 * narrow.
 */
export function searchByCount(
  lines: readonly SumLine[],
  windows: readonly Window[],
  limit: number,
  work: Work,
): Search | null {
  for (let count = 0; count <= Math.min(limit, lines.length); count++) {
    const search = searchFor(count, lines, windows, work);
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
