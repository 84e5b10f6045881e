import { addLine, type Search, type SumsByCount } from './layers';
import { meet, sumsOfRanges } from './sum-set';
import type { Work } from './work';

/** What the first lines of a search can leave for the others to take off, built line by line as far as it is asked for. */
export class Heads {
  private readonly heads: SumsByCount[];

  constructor(
    private readonly search: Search,
    private readonly work: Work,
  ) {
    const range = search.bounds(0, search.count);
    this.heads = [range ? [sumsOfRanges(range, search.windows, work)] : []];
  }

  /** Whether some choice of the search takes `by` off line `at`. */
  allows(at: number, by: number): boolean {
    const { count, sums } = this.search;
    return this.before(at).some((head, taken) => {
      const tail = sums[at + 1]?.[count - taken - 1];
      return head && tail && meet(head, tail, by, this.work);
    });
  }

  private before(at: number): SumsByCount {
    const { count, bounds, lines } = this.search;
    for (let i = this.heads.length; i <= at; i++) {
      const within = Array.from({ length: count + 1 }, (_, taken) => bounds(i, count - taken));
      this.heads.push(addLine({ sums: this.heads[i - 1] ?? [], line: lines[i - 1], sign: -1, within }, this.work));
    }
    return this.heads[at] ?? [];
  }
}
