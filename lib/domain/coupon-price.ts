import { judgeCoupon, type WalletCoupon } from './coupon';
import { type Fen, subtractFen } from './money';
import type { Day } from './shanghai-day';

export interface PriceAlone {
  readonly payableFen: Fen;
  /** What it takes: a line coupon, an order coupon, both or neither. */
  readonly coupons: readonly WalletCoupon[];
}

/**
 * The lowest price of one product bought alone, before 贝里: every pair of a line coupon and an order coupon is tried.
 * Among equals the fewer coupons, then the one that comes first.
 */
export function priceAlone(
  line: { readonly productId: number; readonly listFen: Fen },
  coupons: readonly WalletCoupon[],
  today: Day,
): PriceAlone {
  let best: PriceAlone = { payableFen: line.listFen, coupons: [] };
  for (const onLine of applied({ payableFen: line.listFen, coupons: [] }, coupons, line.productId, today)) {
    for (const candidate of applied(onLine, coupons, null, today)) {
      if (isBetter(candidate, best)) best = candidate;
    }
  }
  return best;
}

/** `before` as it is, and with each coupon of the product (null: of the order) that can be used on it. */
function applied(
  before: PriceAlone,
  coupons: readonly WalletCoupon[],
  productId: number | null,
  today: Day,
): PriceAlone[] {
  const withOne = coupons.flatMap((coupon): PriceAlone[] => {
    const verdict = judgeCoupon(coupon, productId, before.payableFen, today);
    if (!verdict.usable) return [];
    return [{ payableFen: subtractFen(before.payableFen, verdict.discountFen), coupons: [...before.coupons, coupon] }];
  });
  return [before, ...withOne];
}

const isBetter = (one: PriceAlone, other: PriceAlone): boolean =>
  one.payableFen < other.payableFen ||
  (one.payableFen === other.payableFen && one.coupons.length < other.coupons.length);
