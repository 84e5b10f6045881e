import { Heads } from './heads';
import { extendSearch, type Search } from './layers';
import type { LineOption, RankedCoupon } from './problem';
import type { Step } from './sum-lines';
import type { Work } from './work';

interface Found {
  readonly lines: ReadonlyMap<number, LineOption>;
  readonly order: RankedCoupon;
}

type Candidate =
  | { readonly rank: number; readonly order: RankedCoupon }
  | { readonly rank: number; readonly line: number; readonly step: Step };

/**
 * Of all choices a search allows, the one whose sorted ranks come first: coupons are tried by rank, and each is taken
 * if a choice with it and with all taken before exists. One refused stays impossible, as later choices only narrow.
 */
export function firstChoice(start: Search, work: Work): Found {
  let search = start;
  let heads = new Heads(search, work);
  let order: RankedCoupon | null = null;
  const taken = new Map<number, LineOption>();
  const advance = (next: Search) => {
    search = next;
    heads = new Heads(search, work);
  };
  for (const candidate of candidatesOf(start)) {
    if ('order' in candidate) {
      const windows = search.windows.filter((window) => window.order === candidate.order);
      if (order || windows.length === 0) continue;
      order = candidate.order;
      advance({ ...search, windows });
    } else {
      const at = search.lines.findIndex((line) => line.index === candidate.line);
      if (at < 0 || search.count === 0 || !heads.allows(at, candidate.step.by)) continue;
      taken.set(candidate.line, candidate.step.option);
      advance(without(search, at, candidate.step.by, work));
    }
  }
  if (!order || search.count > 0) throw new Error('a search that was started has a choice');
  return { lines: taken, order };
}

function candidatesOf({ lines, windows }: Search): Candidate[] {
  const steps = lines.flatMap((line) => line.steps.map((step) => ({ rank: step.option.rank, line: line.index, step })));
  const orders = windows.map(({ order }) => ({ rank: order.rank, order }));
  return [...steps, ...orders].sort((a, b) => a.rank - b.rank);
}

/** What is left to search once line `at` has taken off `by`. */
function without(search: Search, at: number, by: number, work: Work): Search {
  const windows = search.windows.map((window) => ({ ...window, from: window.from - by, to: window.to - by }));
  const rest = {
    lines: search.lines.toSpliced(at, 1),
    windows,
    count: search.count - 1,
    sums: search.sums.slice(at + 1),
  };
  const next = extendSearch(rest, work);
  if (!next) throw new Error('a coupon that was allowed leads nowhere');
  return next;
}
