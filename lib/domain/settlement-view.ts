import type { PolicyChoice } from './cart-line';
import { describeRefusal, describeRule, judgeCoupon, type WalletCoupon } from './coupon';
import type { Fen } from './money';
import type { Quote, QuoteLine } from './settlement';
import { quoteOf, type SettlementFacts, type SettlementLineFacts } from './settlement-facts';
import type { Day } from './shanghai-day';

export interface CouponOption {
  readonly recordId: number;
  readonly name: string;
  /** `满 ¥500.00 减 ¥60.00` */
  readonly rule: string;
  readonly validUntil: Day;
  /** What it takes off where it would be used, or null and the reason why it cannot be. */
  readonly discountFen: Fen | null;
  readonly refusal: string | null;
  /** The order that locks or used it. */
  readonly orderNo: string | null;
}

/** What one place of the settlement can take one of. */
export interface CouponChoices {
  /** The greatest discount first. */
  readonly usable: readonly CouponOption[];
  /** With the reason, soonest to expire first. */
  readonly unusable: readonly CouponOption[];
  /** The chosen one, though it may be among the unusable; null for none. */
  readonly chosenId: number | null;
}

export interface SettlementLineView extends SettlementLineFacts {
  /** Null for a line that cannot be bought. */
  readonly priced: QuoteLine | null;
  /** The coupons bound to this product. */
  readonly coupons: CouponChoices;
  /** The periods on offer. */
  readonly policies: readonly PolicyChoice[];
}

export interface SettlementView {
  readonly lines: readonly SettlementLineView[];
  readonly quote: Quote;
  /** The coupons bound to nothing; those for courses that are not being settled are among the unusable. */
  readonly orderCoupons: CouponChoices;
  /** What was chosen but does not count, a sentence each. */
  readonly notes: readonly string[];
}

/** All that the settlement page shows, from the facts alone. `policies`: product id → periods on offer. */
export function viewSettlement(
  facts: SettlementFacts,
  policies: ReadonlyMap<number, readonly PolicyChoice[]>,
  today: Day,
): SettlementView {
  const quote = quoteOf(facts, today);
  const settled = new Set<number | null>(facts.lines.map((line) => line.productId));
  const choices = (productId: number | null, base: Fen, chosenId: number | null): CouponChoices => {
    const isHere = (coupon: WalletCoupon) =>
      productId === null ? !settled.has(coupon.productId) : coupon.productId === productId;
    const options = facts.wallet
      .filter(isHere)
      .map((coupon) => optionOf(coupon, judgeCoupon(coupon, productId, base, today)));
    return {
      usable: options.filter((option) => option.discountFen !== null).sort(greatestFirst),
      unusable: options.filter((option) => option.discountFen === null),
      chosenId,
    };
  };
  return {
    quote,
    lines: facts.lines.map((line) => ({
      ...line,
      priced: quote.lines.find((priced) => priced.productId === line.productId) ?? null,
      policies: policies.get(line.productId) ?? [],
      coupons: choices(line.productId, line.policy.priceFen, line.couponRecordId),
    })),
    orderCoupons: choices(null, quote.subtotalFen, facts.orderCouponRecordId),
    notes: notesOf(facts, quote),
  };
}

function optionOf(coupon: WalletCoupon, verdict: ReturnType<typeof judgeCoupon>): CouponOption {
  const { recordId, name, rule, validUntil, orderNo } = coupon;
  return {
    recordId,
    name,
    rule: describeRule(rule),
    validUntil,
    discountFen: verdict.usable ? verdict.discountFen : null,
    refusal: verdict.usable ? null : describeRefusal(verdict.refusal),
    orderNo,
  };
}

const greatestFirst = (a: CouponOption, b: CouponOption): number => (b.discountFen ?? 0) - (a.discountFen ?? 0);

function notesOf(facts: SettlementFacts, quote: Quote): string[] {
  const dropped = quote.dropped.map((coupon) => `「${coupon.name}」${describeRefusal(coupon.refusal)}，这次没有使用`);
  if (facts.wantedBeli <= quote.beli) return dropped;
  return [...dropped, `本单最多可用 ${quote.maxBeli} 贝里，已按 ${quote.beli} 贝里计算`];
}
