import { couponsBack, type RefundableLine, refundAmounts } from './refund';
import type { Day } from './shanghai-day';

export interface ChoiceCoupon {
  readonly name: string;
  /** Its time is over: it comes back, but cannot be used any more. */
  readonly isOver: boolean;
}

/** A line of a form that chooses what to refund. */
export interface ChoiceLine extends RefundableLine {
  readonly name: string;
  readonly couponRecordId: number | null;
  readonly coupon: ChoiceCoupon | null;
}

export interface ChoiceOrder {
  readonly orderCouponRecordId: number | null;
  readonly orderCoupon: ChoiceCoupon | null;
  readonly lines: readonly ChoiceLine[];
}

interface SpentCoupon {
  readonly name: string;
  /** The last day on which it can be used. */
  readonly validUntil: Day;
}

interface Spent extends Pick<ChoiceOrder, 'orderCouponRecordId'> {
  readonly orderCoupon: SpentCoupon | null;
  readonly lines: readonly (Omit<ChoiceLine, 'coupon'> & { readonly coupon: SpentCoupon | null })[];
}

/** What a form shows of an order on a day in Shanghai. */
export function choiceOf({ orderCouponRecordId, orderCoupon, lines }: Spent, today: Day): ChoiceOrder {
  const coupon = (spent: SpentCoupon | null) => spent && { name: spent.name, isOver: spent.validUntil < today };
  return {
    orderCouponRecordId,
    orderCoupon: coupon(orderCoupon),
    lines: lines.map((line) => ({
      id: line.id,
      name: line.name,
      cashFen: line.cashFen,
      beli: line.beli,
      couponRecordId: line.couponRecordId,
      coupon: coupon(line.coupon),
      refundStatus: line.refundStatus,
    })),
  };
}

/** What refunding these lines would give back, after what is refunded or being refunded already. */
export function comesBack(order: ChoiceOrder, chosen: ReadonlySet<number>) {
  const before = new Set(order.lines.filter((line) => line.refundStatus !== null).map(({ id }) => id));
  return {
    ...refundAmounts(order.lines.filter((line) => chosen.has(line.id))),
    coupons: couponsBack(order, chosen, before).flatMap((id) => couponOf(order, id)),
  };
}

function couponOf(order: ChoiceOrder, recordId: number): ChoiceCoupon[] {
  const isOrders = order.orderCouponRecordId === recordId;
  const found = isOrders ? order.orderCoupon : order.lines.find((line) => line.couponRecordId === recordId)?.coupon;
  return found ? [found] : [];
}
