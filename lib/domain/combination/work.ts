/** Thrown when a search has done as much as it was allowed to. */
export class OutOfWork extends Error {}

/** How much a search does, in steps that are the same on every machine: about a nanosecond each. */
export class Work {
  spent = 0;
  private scratch = new Int32Array(0);

  constructor(private readonly limit: number) {}

  spend(steps: number): void {
    this.spent += steps;
    if (this.spent > this.limit) throw new OutOfWork(`more than ${this.limit} steps`);
  }

  /** At least so many words, all zero; whoever writes to them zeroes them again before anyone else asks. */
  blank(words: number): Int32Array {
    if (this.scratch.length < words) this.scratch = new Int32Array(words);
    return this.scratch;
  }
}
