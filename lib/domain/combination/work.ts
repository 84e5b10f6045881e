/** Thrown when a search has done as much as it was allowed to. */
export class OutOfWork extends Error {}

/** How much a search does, in steps that are the same on every machine: about a nanosecond each. */
export class Work {
  spent = 0;
  private scratch = new Int32Array(0);

  constructor(private limit: number) {}

  spend(steps: number): void {
    this.spent += steps;
    if (this.spent > this.limit) throw new OutOfWork(`more than ${this.limit} steps`);
  }

  /** Runs what may take at most so many steps of those that are left. */
  within<T>(steps: number, run: () => T): T | 'given up' {
    const { limit } = this;
    this.limit = Math.min(limit, this.spent + steps);
    try {
      return run();
    } catch (error) {
      if (error instanceof OutOfWork && this.spent <= limit) return 'given up';
      throw error;
    } finally {
      this.limit = limit;
    }
  }

  /** At least so many words, all zero; whoever writes to them zeroes them again before anyone else asks. */
  blank(words: number): Int32Array {
    if (this.scratch.length < words) this.scratch = new Int32Array(words);
    return this.scratch;
  }
}
