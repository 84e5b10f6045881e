import { allocate } from './allocation';
import { type CouponRefusal, judgeCoupon, type WalletCoupon } from './coupon';
import { addFen, type Beli, beli, beliToFen, FEN_PER_BELI, type Fen, fen, subtractFen, ZERO_FEN } from './money';
import type { Day } from './shanghai-day';

/** A settlement takes at most this many lines. */
export const MAX_SETTLEMENT_LINES = 20;

export interface SettlementLineInput {
  readonly productId: number;
  readonly pricePolicyId: number;
  /** The price of its policy. */
  readonly listFen: Fen;
  /** The line coupon the student chose. */
  readonly couponRecordId: number | null;
}

export interface SettlementInput {
  readonly lines: readonly SettlementLineInput[];
  readonly wallet: readonly WalletCoupon[];
  readonly orderCouponRecordId: number | null;
  /** How many 贝里 the student wants to use, and how many there are. */
  readonly beli: Beli;
  readonly availableBeli: Beli;
  readonly today: Day;
}

/** list = line discount + order discount + 贝里 × 10 fen + cash, in every line and in the whole. */
export interface Amounts {
  readonly listFen: Fen;
  readonly lineDiscountFen: Fen;
  readonly orderDiscountFen: Fen;
  readonly beli: Beli;
  readonly cashFen: Fen;
}

export interface QuoteLine extends Amounts {
  readonly productId: number;
  readonly pricePolicyId: number;
  readonly couponRecordId: number | null;
}

export interface Quote extends Amounts {
  readonly lines: readonly QuoteLine[];
  /** After line coupons: what an order coupon is measured on. */
  readonly subtotalFen: Fen;
  readonly orderCouponRecordId: number | null;
  /** The most 贝里 this order can take. */
  readonly maxBeli: Beli;
  /** Chosen coupons that cannot be used and were left out of the price. */
  readonly dropped: readonly DroppedCoupon[];
}

export interface DroppedCoupon {
  readonly recordId: number;
  readonly name: string;
  readonly refusal: CouponRefusal;
}

interface Applied {
  readonly recordId: number | null;
  readonly discountFen: Fen;
  readonly dropped: readonly DroppedCoupon[];
}

const NOTHING: Applied = { recordId: null, discountFen: ZERO_FEN, dropped: [] };

/** A chosen record that is not in the wallet is a bug of the caller: whose coupon it is was checked before. */
function apply(input: SettlementInput, recordId: number | null, productId: number | null, base: Fen): Applied {
  if (recordId === null) return NOTHING;
  const coupon = input.wallet.find((candidate) => candidate.recordId === recordId);
  if (!coupon) throw new Error(`coupon record ${recordId} is not in the wallet`);
  const verdict = judgeCoupon(coupon, productId, base, input.today);
  if (verdict.usable) return { recordId, discountFen: verdict.discountFen, dropped: [] };
  return { ...NOTHING, dropped: [{ recordId, name: coupon.name, refusal: verdict.refusal }] };
}

const sum = (amounts: readonly Fen[]): Fen => addFen(...amounts);
const lesser = (first: Beli, second: number): Beli => beli(Math.min(first, second));

/**
 * Prices a settlement. The one pipeline: what the settlement page shows and what an order freezes come from here.
 * Line coupons on the list prices, the order coupon on the subtotal, then 贝里 up to what is left, then cash.
 */
export function priceSettlement(input: SettlementInput): Quote {
  const lineCoupons = input.lines.map((line) => apply(input, line.couponRecordId, line.productId, line.listFen));
  const afterLine = input.lines.map((line, i) => subtractFen(line.listFen, lineCoupons[i]?.discountFen ?? ZERO_FEN));
  const subtotalFen = sum(afterLine);

  const orderCoupon = apply(input, input.orderCouponRecordId, null, subtotalFen);
  const orderShares = allocate(orderCoupon.discountFen, afterLine);
  const afterOrder = afterLine.map((amount, i) => subtractFen(amount, fen(orderShares[i] ?? 0)));

  const beliCaps = afterOrder.map((amount) => Math.floor(amount / FEN_PER_BELI));
  const maxBeli = lesser(
    input.availableBeli,
    beliCaps.reduce((a, b) => a + b, 0),
  );
  const usedBeli = lesser(maxBeli, input.beli);
  const beliShares = allocate(usedBeli, beliCaps).map(beli);

  const lines = input.lines.map((line, i): QuoteLine => {
    const share = beliShares[i] ?? beli(0);
    return {
      productId: line.productId,
      pricePolicyId: line.pricePolicyId,
      couponRecordId: lineCoupons[i]?.recordId ?? null,
      listFen: line.listFen,
      lineDiscountFen: lineCoupons[i]?.discountFen ?? ZERO_FEN,
      orderDiscountFen: fen(orderShares[i] ?? 0),
      beli: share,
      cashFen: subtractFen(afterOrder[i] ?? ZERO_FEN, beliToFen(share)),
    };
  });

  return {
    lines,
    listFen: sum(lines.map((line) => line.listFen)),
    lineDiscountFen: sum(lines.map((line) => line.lineDiscountFen)),
    subtotalFen,
    orderCouponRecordId: orderCoupon.recordId,
    orderDiscountFen: orderCoupon.discountFen,
    beli: usedBeli,
    maxBeli,
    cashFen: sum(lines.map((line) => line.cashFen)),
    dropped: [...lineCoupons, orderCoupon].flatMap((applied) => applied.dropped),
  };
}
