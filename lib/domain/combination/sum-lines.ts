import type { LineOption, Problem, RankedCoupon } from './problem';

/** A way to take something off one line. */
export interface Step {
  /** In fen, or in the units of a search. */
  readonly by: number;
  readonly option: LineOption;
}

export interface SumLine {
  /** Its place among the settlement's lines. */
  readonly index: number;
  /** By rank; no two take off the same. */
  readonly steps: readonly Step[];
  readonly least: number;
  readonly most: number;
}

/** The sums of line discounts at which an order coupon leads to the price in question. */
export interface Window {
  readonly order: RankedCoupon;
  readonly from: number;
  readonly to: number;
}

/**
 * The choices that matter, in fen; the line with the lowest rank first. A coupon that takes nothing off is never part of
 * the best choice (fewer coupons), and of two that take off the same the lower rank is preferred in any company.
 */
export function sumLinesOf(problem: Problem): SumLine[] {
  const lines = problem.lines.flatMap(({ options }, index) => {
    const seen = new Set<number>([0]);
    const useful = options.filter(({ discountFen }) => !seen.has(discountFen) && seen.add(discountFen));
    const steps = useful.map((option) => ({ by: Number(option.discountFen), option }));
    return steps.length > 0 ? [lineOf(index, steps)] : [];
  });
  return lines.sort((a, b) => rankOf(a) - rankOf(b));
}

const rankOf = ({ steps }: SumLine): number => steps[0]?.option.rank ?? 0;

function lineOf(index: number, steps: readonly Step[]): SumLine {
  const amounts = steps.map((step) => step.by);
  return { index, steps, least: Math.min(...amounts), most: Math.max(...amounts) };
}

/**
 * The same lines with each step told as its distance from the least, in units of the greatest common divisor of these
 * distances: `count` steps of (by − base) / unit make (sum − count × base) / unit. Odd primes alone halve all sums.
 */
export function rescale(lines: readonly SumLine[]) {
  const base = lines.length === 0 ? 0 : Math.min(...lines.map((line) => line.least));
  const unit = commonDivisor(lines, base);
  const inUnits = (steps: readonly Step[]) => steps.map(({ by, option }) => ({ by: (by - base) / unit, option }));
  return {
    lines: lines.map(({ index, steps }) => lineOf(index, inUnits(steps))),
    /** What of the windows exactly `count` coupons could reach. */
    windowsFor: (count: number, windows: readonly Window[]): Window[] =>
      windows
        .map(({ order, from, to }) => ({
          order,
          from: Math.ceil((from - count * base) / unit),
          to: Math.floor((to - count * base) / unit),
        }))
        .filter(({ from, to }) => from <= to),
  };
}

/** The greatest common divisor of what all steps take off beyond `base`; 1 when that is nothing. */
export function commonDivisor(lines: readonly SumLine[], base: number): number {
  const amounts = lines.flatMap((line) => line.steps.map((step) => step.by - base));
  return amounts.reduce(divisorOf, 0) || 1;
}

function divisorOf(a: number, b: number): number {
  return b === 0 ? a : divisorOf(b, a % b);
}

export const sumOf = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
