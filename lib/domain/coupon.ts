import type { CouponKind } from './coupon-kinds';
import { type Fen, fen, formatYuan, minFen, subtractFen } from './money';
import type { Day } from './shanghai-day';
import type { CouponRecordStatus } from './states';

export type CouponRule =
  | { readonly kind: 'fixed'; readonly valueFen: Fen }
  | { readonly kind: 'threshold'; readonly valueFen: Fen; readonly minimumFen: Fen }
  /** offPercent is what remains to pay: 79 = 7.9 折. */
  | { readonly kind: 'percent'; readonly offPercent: number; readonly maxDiscountFen: Fen | null };

/** The columns a rule is stored in; which of them are set depends on the kind. */
export interface CouponRuleColumns {
  readonly kind: CouponKind;
  readonly valueFen: Fen | null;
  readonly minimumFen: Fen | null;
  readonly offPercent: number | null;
  readonly maxDiscountFen: Fen | null;
}

/** One copy in a student's wallet. */
export interface WalletCoupon {
  readonly recordId: number;
  readonly name: string;
  readonly rule: CouponRule;
  /** The product it is bound to; null makes it an order coupon. */
  readonly productId: number | null;
  readonly status: CouponRecordStatus;
  readonly validFrom: Day;
  readonly validUntil: Day;
  /** The order that locks or used it. */
  readonly orderNo: string | null;
}

export type CouponRefusal =
  | { readonly reason: 'below_minimum'; readonly missingFen: Fen }
  | { readonly reason: 'not_yet_valid'; readonly from: Day }
  | { readonly reason: 'expired'; readonly until: Day }
  | { readonly reason: 'other_course' }
  | { readonly reason: 'used'; readonly orderNo: string | null }
  | { readonly reason: 'locked'; readonly orderNo: string | null };

export type CouponVerdict =
  | { readonly usable: true; readonly discountFen: Fen }
  | { readonly usable: false; readonly refusal: CouponRefusal };

/** Reads a rule from its columns. Throws when they do not fit the kind, which the table's CHECK forbids. */
export function readCouponRule(columns: CouponRuleColumns): CouponRule {
  const { kind, valueFen, minimumFen, offPercent, maxDiscountFen } = columns;
  if (kind === 'fixed' && valueFen !== null) return { kind, valueFen };
  if (kind === 'threshold' && valueFen !== null && minimumFen !== null) return { kind, valueFen, minimumFen };
  if (kind === 'percent' && offPercent !== null) return { kind, offPercent, maxDiscountFen };
  throw new Error(`coupon columns do not fit the kind ${kind}`);
}

/** What the rule takes off `base`, a minimum it may have left aside. Never more than `base`. */
function discountOn(rule: CouponRule, base: Fen): Fen {
  if (rule.kind !== 'percent') return minFen(rule.valueFen, base);
  const toPay = fen(Math.floor((base * rule.offPercent + 50) / 100));
  const discount = subtractFen(base, toPay);
  return rule.maxDiscountFen === null ? discount : minFen(discount, rule.maxDiscountFen);
}

/**
 * Whether `coupon` can be used today on `base` for `productId` (null: for the whole order), and what it takes off.
 * Usability is decided by the dates, not by whether the expiry job has run.
 */
export function judgeCoupon(coupon: WalletCoupon, productId: number | null, base: Fen, today: Day): CouponVerdict {
  const refusal = refusalOf(coupon, productId, base, today);
  return refusal ? { usable: false, refusal } : { usable: true, discountFen: discountOn(coupon.rule, base) };
}

function refusalOf(coupon: WalletCoupon, productId: number | null, base: Fen, today: Day): CouponRefusal | null {
  if (coupon.status === 'used') return { reason: 'used', orderNo: coupon.orderNo };
  if (coupon.status === 'locked') return { reason: 'locked', orderNo: coupon.orderNo };
  if (coupon.status === 'expired' || coupon.validUntil < today) return { reason: 'expired', until: coupon.validUntil };
  if (today < coupon.validFrom) return { reason: 'not_yet_valid', from: coupon.validFrom };
  if (coupon.productId !== productId) return { reason: 'other_course' };
  if (coupon.rule.kind === 'threshold' && base < coupon.rule.minimumFen) {
    return { reason: 'below_minimum', missingFen: subtractFen(coupon.rule.minimumFen, base) };
  }
  return null;
}

/** `8 折`, `7.9 折`. */
export function formatDiscountRate(offPercent: number): string {
  return `${offPercent % 10 === 0 ? offPercent / 10 : (offPercent / 10).toFixed(1)} 折`;
}

/** The rule in one line: `满 ¥500.00 减 ¥60.00`. */
export function describeRule(rule: CouponRule): string {
  switch (rule.kind) {
    case 'fixed':
      return `立减 ${formatYuan(rule.valueFen)}`;
    case 'threshold':
      return `满 ${formatYuan(rule.minimumFen)} 减 ${formatYuan(rule.valueFen)}`;
    case 'percent':
      return rule.maxDiscountFen === null
        ? formatDiscountRate(rule.offPercent)
        : `${formatDiscountRate(rule.offPercent)}，最多减 ${formatYuan(rule.maxDiscountFen)}`;
  }
}

/** Why a coupon cannot be used, as the student reads it. */
export function describeRefusal(refusal: CouponRefusal): string {
  switch (refusal.reason) {
    case 'below_minimum':
      return `还差 ${formatYuan(refusal.missingFen)} 可用`;
    case 'not_yet_valid':
      return `${refusal.from} 起可用`;
    case 'expired':
      return `已于 ${refusal.until} 过期`;
    case 'other_course':
      return '不适用于本次结算的课程';
    case 'used':
      return refusal.orderNo ? `已用于订单 ${refusal.orderNo}` : '已使用';
    case 'locked':
      return refusal.orderNo ? `已被订单 ${refusal.orderNo} 锁定` : '已被其他订单锁定';
  }
}
