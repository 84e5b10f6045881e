import type { Work } from './work';

const BITS = 32;
const wordOf = (value: number): number => Math.floor(value / BITS);

export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * A set of whole numbers ≥ 0, one bit each, so that 32 are combined at once. It holds what is added as far as that is
 * within its range, or just outside: it keeps whole words.
 */
export class BitWords {
  private readonly first: number;
  /** From 32 × first on, with an empty word at either end: what is shifted in from there is nothing. */
  private readonly words: Int32Array;

  constructor(
    { from, to }: Range,
    private readonly work: Work,
  ) {
    this.first = wordOf(from);
    this.words = new Int32Array(wordOf(to) - this.first + 3);
    work.spend(this.words.length);
  }

  private get range(): Range {
    return { from: this.first * BITS, to: (this.first + this.words.length - 2) * BITS - 1 };
  }

  private indexOf(value: number): number {
    return wordOf(value) - this.first + 1;
  }

  has(value: number): boolean {
    const { from, to } = this.range;
    return value >= from && value <= to && ((this.words[this.indexOf(value)] ?? 0) & (1 << (value % BITS))) !== 0;
  }

  largestUpTo(limit: number): number | null {
    const { from, to } = this.range;
    for (let value = Math.min(limit, to); value >= from; value--) {
      if (this.words[this.indexOf(value)] === 0) value -= value % BITS;
      else if (this.has(value)) return value;
    }
    return null;
  }

  addRange(range: Range): void {
    const { from, to } = this.range;
    const end = Math.min(to, range.to);
    for (let value = Math.max(from, range.from); value <= end; value++) {
      const at = this.indexOf(value);
      if (value % BITS === 0 && value + BITS - 1 <= end) {
        this.words[at] = -1;
        value += BITS - 1;
      } else this.words[at] = (this.words[at] ?? 0) | (1 << (value % BITS));
    }
  }

  /** Adds every member, moved up by `by`, which may be negative. */
  addMembers(members: readonly number[], by: number): void {
    this.work.spend(2 * members.length);
    const { from, to } = this.range;
    const { words } = this;
    for (const member of members) {
      const bit = member + by - from;
      if (bit < 0 || member + by > to) continue;
      const at = (bit >>> 5) + 1;
      words[at] = (words[at] ?? 0) | (1 << bit);
    }
  }

  /** Adds every number of `source`, moved up by each of `bys`, which may be negative. Two at a time save half the way. */
  addWords(source: BitWords, bys: readonly number[]): void {
    for (let i = 0; i < bys.length; i += 2) {
      const first = this.overlap(source, bys[i] ?? 0);
      const second = i + 1 < bys.length ? this.overlap(source, bys[i + 1] ?? 0) : first;
      const start = Math.max(first.start, second.start);
      const end = Math.max(start, Math.min(first.end, second.end));
      this.addBoth(source, first, second, start, end);
      for (const one of [first, second]) {
        this.addBoth(source, one, one, one.start, Math.min(start, one.end));
        this.addBoth(source, one, one, Math.max(end, one.start), one.end);
      }
    }
  }

  private addBoth(source: BitWords, a: Overlap, b: Overlap, start: number, end: number): void {
    const { words } = this;
    const other = source.words;
    let [lowA, lowB] = [other[start + a.offset] ?? 0, other[start + b.offset] ?? 0];
    for (let i = start; i < end; i++) {
      const highA = other[i + a.offset + 1] ?? 0;
      const highB = other[i + b.offset + 1] ?? 0;
      words[i] = (words[i] ?? 0) | joined(lowA, highA, a.bit) | joined(lowB, highB, b.bit);
      lowA = highA;
      lowB = highB;
    }
  }

  /** Whether a number of this set is one of `source` moved up by `by`. */
  meets(source: BitWords, by: number): boolean {
    const { start, end, offset, bit } = this.overlap(source, by);
    const { words } = this;
    const other = source.words;
    for (let i = start; i < end; i++) {
      if (((words[i] ?? 0) & joined(other[i + offset] ?? 0, other[i + offset + 1] ?? 0, bit)) !== 0) return true;
    }
    return false;
  }

  private overlap(source: BitWords, by: number): Overlap {
    const distance = (this.first - source.first) * BITS - by;
    const offset = wordOf(distance);
    const start = Math.max(1, -offset);
    const end = Math.max(start, Math.min(this.words.length - 1, source.words.length - 1 - offset));
    this.work.spend(end - start);
    return { offset, bit: distance - offset * BITS, start, end };
  }
}

/** The words [start, end) that a moved set falls on, which is so many words and bits away. */
interface Overlap {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly bit: number;
}

/** 32 bits from `bit` on. In two steps, as a shift by 32 would be none. */
const joined = (low: number, high: number, bit: number): number => (low >>> bit) | ((high << 1) << (31 - bit));
