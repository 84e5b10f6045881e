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
}

export interface SettlementLineView extends SettlementLineFacts {
  /** Null for a line that cannot be bought. */
  readonly priced: QuoteLine | null;
  /** The coupons bound to this product, usable ones first. */
  readonly coupons: readonly CouponOption[];
  /** The periods on offer. */
  readonly policies: readonly PolicyChoice[];
}

export interface SettlementView {
  readonly lines: readonly SettlementLineView[];
  readonly quote: Quote;
  /** The coupons bound to nothing, usable ones first. */
  readonly orderCoupons: readonly CouponOption[];
  /** The coupons for courses that are not being settled. */
  readonly otherCoupons: readonly CouponOption[];
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
  const option = (coupon: WalletCoupon, productId: number | null, base: Fen) =>
    optionOf(coupon, judgeCoupon(coupon, productId, base, today));
  const bound = new Set(facts.lines.map((line) => line.productId));
  return {
    quote,
    lines: facts.lines.map((line) => ({
      ...line,
      priced: quote.lines.find((priced) => priced.productId === line.productId) ?? null,
      policies: policies.get(line.productId) ?? [],
      coupons: facts.wallet
        .filter((coupon) => coupon.productId === line.productId)
        .map((coupon) => option(coupon, line.productId, line.policy.priceFen))
        .sort(usableFirst),
    })),
    orderCoupons: facts.wallet
      .filter((coupon) => coupon.productId === null)
      .map((coupon) => option(coupon, null, quote.subtotalFen))
      .sort(usableFirst),
    otherCoupons: facts.wallet
      .filter((coupon) => coupon.productId !== null && !bound.has(coupon.productId))
      .map((coupon) => option(coupon, null, quote.subtotalFen)),
    notes: notesOf(facts, quote),
  };
}

function optionOf(coupon: WalletCoupon, verdict: ReturnType<typeof judgeCoupon>): CouponOption {
  const { recordId, name, rule, validUntil } = coupon;
  return {
    recordId,
    name,
    rule: describeRule(rule),
    validUntil,
    discountFen: verdict.usable ? verdict.discountFen : null,
    refusal: verdict.usable ? null : describeRefusal(verdict.refusal),
  };
}

/** The greatest discount first; what cannot be used keeps its order at the end. */
const usableFirst = (a: CouponOption, b: CouponOption): number => (b.discountFen ?? -1) - (a.discountFen ?? -1);

function notesOf(facts: SettlementFacts, quote: Quote): string[] {
  const dropped = quote.dropped.map((coupon) => `「${coupon.name}」${describeRefusal(coupon.refusal)}，这次没有使用`);
  if (facts.wantedBeli <= quote.beli) return dropped;
  return [...dropped, `本单最多可用 ${quote.maxBeli} 贝里，已按 ${quote.beli} 贝里计算`];
}
