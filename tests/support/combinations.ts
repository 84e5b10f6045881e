import type { CombinationInput } from '@/lib/domain/best-combination';
import type { CouponRule, WalletCoupon } from '@/lib/domain/coupon';
import { fen } from '@/lib/domain/money';
import type { Day } from '@/lib/domain/shanghai-day';

export const TODAY: Day = '2026-06-15';

export const fixed = (value: number): CouponRule => ({ kind: 'fixed', valueFen: fen(value) });
export const threshold = (minimum: number, value: number): CouponRule => ({
  kind: 'threshold',
  minimumFen: fen(minimum),
  valueFen: fen(value),
});
export const percent = (offPercent: number, max: number | null = null): CouponRule => ({
  kind: 'percent',
  offPercent,
  maxDiscountFen: max === null ? null : fen(max),
});

/** A coupon that can be used today, unless told otherwise. */
export const heldCoupon = (
  recordId: number,
  rule: CouponRule,
  productId: number | null,
  rest: Partial<WalletCoupon> = {},
): WalletCoupon => ({
  recordId,
  name: `券 ${recordId}`,
  rule,
  productId,
  status: 'unused',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  orderNo: null,
  ...rest,
});

/** Numbers that only look random: the same for the same seed. */
function dice(seed: number) {
  let state = seed;
  const chance = (): number => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(chance() * (to - from + 1));
  return { chance, between };
}
type Dice = ReturnType<typeof dice>;

/** The most a settlement can hold: 20 lines, 10 coupons for each, 20 for the order. */
const LINES = 20;
const LINE_COUPONS = 10;
const ORDER_COUPONS = 20;

interface Draft {
  readonly prices: readonly number[];
  readonly lineRule: (price: number, line: number, coupon: number) => CouponRule;
  readonly orderRule: (sum: number, coupon: number) => CouponRule;
}

/** `sum`: of the list prices. */
function atLimits({ between }: Dice, { prices, lineRule, orderRule }: Draft): CombinationInput {
  const wallet: WalletCoupon[] = [];
  const hold = (rule: CouponRule, productId: number | null) => {
    const validUntil = `2026-${between(10, 12)}-${between(10, 28)}`;
    wallet.push(heldCoupon(wallet.length + 1, rule, productId, { validUntil }));
  };
  for (const [line, price] of prices.entries()) {
    for (let coupon = 0; coupon < LINE_COUPONS; coupon++) hold(lineRule(price, line, coupon), line + 1);
  }
  const sum = prices.reduce((total, price) => total + price, 0);
  for (let coupon = 0; coupon < ORDER_COUPONS; coupon++) hold(orderRule(sum, coupon), null);
  return { lines: prices.map((price, i) => ({ productId: i + 1, listFen: fen(price) })), wallet, today: TODAY };
}

/** Courses of ¥99 to ¥1,999 and coupons as schools give them away, the thresholds within reach of each other. */
export function ordinaryInstance(seed: number): CombinationInput {
  const random = dice(seed);
  const { chance, between } = random;
  return atLimits(random, {
    prices: Array.from({ length: LINES }, () => between(1, 20) * 10_000 - (chance() < 0.7 ? 100 : 0)),
    lineRule: (price) => {
      const kind = chance();
      if (kind < 0.4) return fixed(between(1, 20) * 500);
      if (kind < 0.7) return percent(between(14, 19) * 5, chance() < 0.5 ? between(5, 30) * 1000 : null);
      return threshold(between(5, 12) * Math.ceil(price / 1000) * 100, between(1, 30) * 1000);
    },
    orderRule: (sum) => {
      const kind = chance();
      if (kind < 0.2) return fixed(between(1, 40) * 500);
      if (kind < 0.4) return percent(between(85, 95), between(5, 50) * 1000);
      const minimum = Math.round((sum * (0.6 + chance() * 0.4)) / 10_000) * 10_000;
      return threshold(minimum, Math.round((minimum * (0.05 + chance() * 0.1)) / 1000) * 1000);
    },
  });
}

/** Prices of less than ¥1, so that a search over all sums is quick, and minimums in the midst of them. */
export function tiedInstance(seed: number): CombinationInput {
  const random = dice(seed);
  const { between } = random;
  return atLimits(random, {
    prices: Array.from({ length: LINES }, () => between(30, 90)),
    lineRule: () => fixed(between(1, 30)),
    orderRule: (sum) => threshold(sum - between(100, 300), between(60, 90)),
  });
}

export const ADVERSARIAL = ['primes', 'ladders', 'halves'] as const;
export type Adversary = (typeof ADVERSARIAL)[number];

/**
 * Prime prices up to `most` fen and order coupons that come to the same price at twenty different subtotals.
 * primes: every coupon takes off another prime. ladders: all lines have the same ten primes, so that most sums tie.
 * halves: each takes off about half of the one before, which makes sums that nearly meet.
 */
export function adversarialInstance(kind: Adversary, seed: number, most: number): CombinationInput {
  const random = dice(seed);
  const { between, chance } = random;
  const prices = Array.from({ length: LINES }, () => primeFrom(between(Math.floor(most * 0.9), most - 1000)));
  const used = new Set<number>();
  const unusedPrime = (from: number): number => {
    const prime = primeFrom(from);
    if (used.has(prime)) return unusedPrime(prime + 1);
    used.add(prime);
    return prime;
  };
  const least = Math.floor(most * 0.9);
  const discounts = {
    primes: () => unusedPrime(between(100, Math.floor(least * 0.9))),
    ladders: (_line: number, coupon: number) => primeFrom(Math.floor((least * (coupon + 1)) / 11)),
    halves: (_line: number, coupon: number) => Math.floor(least / 2 ** (coupon + 1)) + between(1, 4),
  };
  const greatest = prices.map(() => 0);
  const lineRule = (_price: number, line: number, coupon: number) => {
    const value = discounts[kind](line, coupon);
    greatest[line] = Math.max(greatest[line] ?? 0, value);
    return fixed(value);
  };
  return atLimits(random, {
    prices,
    lineRule,
    orderRule: (sum) => {
      const off = greatest.reduce((total, value) => total + value, 0);
      const minimum = sum - Math.floor(off * (0.2 + chance() * 0.6));
      return threshold(minimum, minimum - (sum - off - Math.floor(least / 2)));
    },
  });
}

function primeFrom(from: number): number {
  for (let candidate = Math.max(2, from); ; candidate++) {
    let divisor = 2;
    while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor++;
    if (divisor * divisor > candidate) return candidate;
  }
}
