import type { Range } from './bit-words';
import { type Bounds, boundsOf } from './bounds';
import type { SumLine, Window } from './sum-lines';
import { hasAny, mergeSums, type SumSet } from './sum-set';
import type { Work } from './work';

/** By number of coupons: the sums of that many; nothing where the search cannot succeed. */
export type SumsByCount = readonly (SumSet | undefined)[];

/** A search for exactly `count` line coupons that take off a sum within one of the windows. */
export interface Search {
  readonly lines: readonly SumLine[];
  readonly windows: readonly Window[];
  readonly count: number;
  readonly bounds: Bounds;
  /** At i: what the lines i, i + 1 … can take off, as far as the bounds allow it. One more than there are lines. */
  readonly sums: readonly SumsByCount[];
}

/** Builds a search, from the last line to the first; null when no choice of that many coupons leads into a window. */
export function startSearch(
  lines: readonly SumLine[],
  windows: readonly Window[],
  count: number,
  work: Work,
): Search | null {
  return extendSearch({ lines, windows, count, sums: [[[0]]] }, work);
}

/** Builds the layers that are missing at the front, and keeps the windows that can be reached. */
export function extendSearch(known: Omit<Search, 'bounds'>, work: Work): Search | null {
  const { lines, windows, count } = known;
  const bounds = boundsOf(lines, windows, count);
  const sums = [...known.sums];
  while (sums.length <= lines.length) {
    const i = lines.length - sums.length;
    const within = Array.from({ length: count + 1 }, (_, left) => bounds(i, left));
    sums.unshift(addLine({ sums: sums[0] ?? [], line: lines[i], sign: 1, within }, work));
  }
  const all = sums[0]?.[count];
  const reached = windows.filter((window) => all && hasAny(all, window));
  return reached.length === 0 ? null : { lines, windows: reached, count, bounds, sums };
}

interface Addition {
  readonly sums: SumsByCount;
  readonly line: SumLine | undefined;
  /** Whether what the line takes off is added to the sums, or subtracted. */
  readonly sign: 1 | -1;
  /** By number of coupons: where the new sums may lie. */
  readonly within: readonly (Range | null)[];
}

/** The sums after one more line, which takes one coupon or none. */
export function addLine({ sums, line, sign, within }: Addition, work: Work): SumsByCount {
  return within.map((range, count) => {
    if (!range) return undefined;
    const [none, one] = [sums[count], sums[count - 1]];
    const bys = (line?.steps ?? []).map((step) => sign * step.by);
    return mergeSums(range, [...(none ? [{ sums: none, bys: [0] }] : []), ...(one ? [{ sums: one, bys }] : [])], work);
  });
}
