import type { CombinationInput } from '@/lib/domain/best-combination';
import { judgeCoupon, type WalletCoupon } from '@/lib/domain/coupon';
import { fen, ZERO_BELI } from '@/lib/domain/money';
import { priceSettlement, type Quote } from '@/lib/domain/settlement';

/** What a slower, simpler search holds to be best. */
export interface Expected {
  readonly payable: number;
  /** All coupons of the choice, by expiry and id. */
  readonly coupons: readonly WalletCoupon[];
}

export interface Chosen {
  readonly lineCoupons: readonly (number | null)[];
  readonly orderCoupon: number | null;
}

/** The price of a choice by the shop's own pipeline, before 贝里. */
export const quoteOfChoice = ({ lines, wallet, today }: CombinationInput, choice: Chosen): Quote =>
  priceSettlement({
    lines: lines.map((line, i) => ({
      ...line,
      pricePolicyId: i + 1,
      couponRecordId: choice.lineCoupons[i] ?? null,
    })),
    wallet,
    orderCouponRecordId: choice.orderCoupon,
    beli: ZERO_BELI,
    availableBeli: ZERO_BELI,
    today,
  });

/** Prices every choice there is: lines × their coupons × order coupons. */
export function bruteForce(input: CombinationInput): Expected {
  const boundTo = (productId: number | null) => [null, ...input.wallet.filter((held) => held.productId === productId)];
  let choices: (WalletCoupon | null)[][] = [[]];
  for (const { productId } of [...input.lines, { productId: null }]) {
    choices = choices.flatMap((choice) => boundTo(productId).map((coupon) => [...choice, coupon]));
  }
  return bestOf(
    choices.flatMap((choice) => {
      const records = choice.map((coupon) => coupon?.recordId ?? null);
      const quote = quoteOfChoice(input, { lineCoupons: records.slice(0, -1), orderCoupon: records.at(-1) ?? null });
      return quote.dropped.length > 0 ? [] : [{ payable: quote.cashFen, coupons: sorted(choice) }];
    }),
  );
}

/** Goes from line to line and keeps, for each sum of discounts, the preferred choice: 6 lines × 4 coupons are quick. */
export function bestBySums({ lines, wallet, today }: CombinationInput): Expected {
  let sums = new Map<number, readonly WalletCoupon[]>([[0, []]]);
  for (const { productId, listFen } of lines) {
    const next = new Map(sums);
    for (const coupon of wallet) {
      const verdict = judgeCoupon(coupon, productId, listFen, today);
      if (!verdict.usable) continue;
      for (const [sum, coupons] of sums) {
        const [total, candidate] = [sum + verdict.discountFen, sorted([...coupons, coupon])];
        const present = next.get(total);
        if (!present || prefers(candidate, present)) next.set(total, candidate);
      }
    }
    sums = next;
  }
  const list = lines.reduce((total, line) => total + line.listFen, 0);
  return bestOf(
    [...sums].flatMap(([sum, coupons]) => [
      { payable: list - sum, coupons },
      ...wallet.flatMap((order) => {
        const verdict = judgeCoupon(order, null, fen(list - sum), today);
        return verdict.usable
          ? [{ payable: list - sum - verdict.discountFen, coupons: sorted([...coupons, order]) }]
          : [];
      }),
    ]),
  );
}

const bestOf = (choices: readonly Expected[]): Expected =>
  choices.reduce((best, choice) =>
    choice.payable < best.payable || (choice.payable === best.payable && prefers(choice.coupons, best.coupons))
      ? choice
      : best,
  );

/** Expiry and id as one text that compares as the rule says. */
const keyOf = ({ validUntil, recordId }: WalletCoupon): string => `${validUntil} ${String(recordId).padStart(6, '0')}`;

function sorted(choice: readonly (WalletCoupon | null)[]): WalletCoupon[] {
  const coupons = choice.flatMap((coupon) => (coupon ? [coupon] : []));
  return coupons.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function prefers(a: readonly WalletCoupon[], b: readonly WalletCoupon[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  return a.map(keyOf).join() < b.map(keyOf).join();
}
