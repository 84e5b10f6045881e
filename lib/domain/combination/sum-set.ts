import { BitWords, type Range } from './bit-words';
import type { Work } from './work';

/** So many words per member, and moving the members one by one is quicker than moving all words. */
const WORDS_PER_MEMBER = 4;
const ALWAYS_FEW = 32;
/** What it costs to move a member, and to look one up, if moving a word is one step. */
const STEPS_PER_MEMBER = 4;
const STEPS_PER_LOOKUP = 16;

/** A set of whole numbers ≥ 0: a list while they are few. */
export type SumSet = readonly number[] | BitWords;

/** A set, moved up by each of `bys`, which may be negative. */
export interface Moved {
  readonly sums: SumSet;
  readonly bys: readonly number[];
}

/** All numbers of the parts as far as they are within the range, and perhaps some of them just outside. */
export function mergeSums(within: Range, parts: readonly Moved[], work: Work): SumSet {
  const few = mergeFew(within, parts, work);
  if (few) return few;
  const merged = new BitWords(within, work);
  for (const { sums, bys } of parts) {
    if (sums instanceof BitWords) merged.addWords(sums, bys);
    else for (const by of bys) merged.addMembers(sums, by);
  }
  return merged;
}

/** All numbers of the ranges as far as they are within another. */
export function sumsOfRanges(within: Range, ranges: readonly Range[], work: Work): SumSet {
  const inside = ranges
    .map(({ from, to }) => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) }))
    .filter(({ from, to }) => from <= to);
  const size = inside.reduce((total, { from, to }) => total + to - from + 1, 0);
  if (size <= fewWithin(within)) {
    return [...new Set(inside.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)))];
  }
  const sums = new BitWords(within, work);
  for (const range of inside) sums.addRange(range);
  return sums;
}

const wordsWithin = ({ from, to }: Range): number => Math.floor((to - from) / 32) + 1;
const fewWithin = (range: Range): number => Math.max(ALWAYS_FEW, wordsWithin(range) / WORDS_PER_MEMBER);

/** Null when there are too many for a list. */
function mergeFew(within: Range, parts: readonly Moved[], work: Work): number[] | null {
  const { from, to } = within;
  const limit = fewWithin(within);
  const seen = work.blank(wordsWithin(within));
  const members: number[] = [];
  if (parts.some(({ sums }) => sums instanceof BitWords)) return null;
  const moves = parts.flatMap(({ sums, bys }) => (sums instanceof BitWords ? [] : bys.map((by) => ({ sums, by }))));
  // Before the first mark: what runs out of work leaves none behind.
  work.spend(STEPS_PER_MEMBER * moves.reduce((total, { sums }) => total + sums.length, 0));
  for (const { sums, by } of moves) {
    if (members.length > limit) break;
    for (const member of sums) {
      const bit = member + by - from;
      if (bit < 0 || member + by > to) continue;
      const word = seen[bit >>> 5] ?? 0;
      if ((word & (1 << bit)) !== 0) continue;
      seen[bit >>> 5] = word | (1 << bit);
      members.push(member + by);
    }
  }
  for (const member of members) seen[(member - from) >>> 5] = 0;
  return members.length > limit ? null : members;
}

/** Whether a number of `sums` is one of `others` moved up by `by`. */
export function meet(sums: SumSet, others: SumSet, by: number, work: Work): boolean {
  if (sums instanceof BitWords) {
    return others instanceof BitWords ? sums.meets(others, by) : others.some((member) => sums.has(member + by));
  }
  if (others instanceof BitWords) return sums.some((member) => others.has(member - by));
  work.spend(STEPS_PER_LOOKUP * (sums.length + others.length));
  const known = new Set(others);
  return sums.some((member) => known.has(member - by));
}

export function hasAny(sums: SumSet, { from, to }: Range): boolean {
  if (!(sums instanceof BitWords)) return sums.some((member) => member >= from && member <= to);
  const largest = sums.largestUpTo(to);
  return largest !== null && largest >= from;
}

/** 0 when there is none. */
export function largestUpTo(sums: SumSet, limit: number): number {
  if (sums instanceof BitWords) return sums.largestUpTo(limit) ?? 0;
  return sums.reduce((largest, member) => (member > limit ? largest : Math.max(largest, member)), 0);
}
