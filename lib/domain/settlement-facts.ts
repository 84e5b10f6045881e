import type { PolicyChoice } from './cart-line';
import type { ProductKind } from './catalogue';
import type { WalletCoupon } from './coupon';
import type { Beli } from './money';
import type { SaleProblem } from './sale';
import { priceSettlement, type Quote } from './settlement';
import type { CouponChoice } from './settlement-status';
import type { Day } from './shanghai-day';

export interface SettlementLineFacts {
  readonly productId: number;
  readonly kind: ProductKind;
  readonly slug: string;
  readonly name: string;
  readonly coverHue: number;
  readonly coverGlyph: string;
  readonly policy: PolicyChoice;
  /** The line coupon the student chose. */
  readonly couponRecordId: number | null;
  /** Why it cannot be bought, if so: shown, never priced. */
  readonly problem: SaleProblem | null;
}

/** All that the price of a settlement hangs on, as the database has it at one moment. */
export interface SettlementFacts {
  readonly lines: readonly SettlementLineFacts[];
  /** Every coupon record of the account, usable or not. */
  readonly wallet: readonly WalletCoupon[];
  /** Who chose the coupons. */
  readonly couponChoice: CouponChoice;
  readonly orderCouponRecordId: number | null;
  /** How many 贝里 the student asked for, and how many there are. */
  readonly wantedBeli: Beli;
  readonly availableBeli: Beli;
}

/** What is priced: the lines that can be bought. */
export const buyable = (facts: SettlementFacts): SettlementLineFacts[] =>
  facts.lines.filter((line) => line.problem === null);

/** The price of a settlement on a day: the same call for what the page shows and for what an order freezes. */
export const quoteOf = (facts: SettlementFacts, today: Day): Quote =>
  priceSettlement({
    lines: buyable(facts).map(({ productId, policy, couponRecordId }) => ({
      productId,
      pricePolicyId: policy.id,
      listFen: policy.priceFen,
      couponRecordId,
    })),
    wallet: facts.wallet,
    orderCouponRecordId: facts.orderCouponRecordId,
    beli: facts.wantedBeli,
    availableBeli: facts.availableBeli,
    today,
  });
