/** 立减 takes a fixed amount, 满减 needs a minimum, 折扣 pays off_percent % (79 = 7.9 折). */
export const COUPON_KINDS = ['fixed', 'threshold', 'percent'] as const;
export type CouponKind = (typeof COUPON_KINDS)[number];
