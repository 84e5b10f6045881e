/** 立减 takes a fixed amount, 满减 needs a minimum, 折扣 pays off_percent % (79 = 7.9 折). */
export const COUPON_KINDS = ['fixed', 'threshold', 'percent'] as const;
export type CouponKind = (typeof COUPON_KINDS)[number];
export const COUPON_KIND_LABELS = {
  fixed: '立减',
  threshold: '满减',
  percent: '折扣',
} as const satisfies Record<CouponKind, string>;

/** How copies are given away: anyone clicks in the coupon centre, whoever has a code, or by the school alone. */
export const COUPON_CHANNELS = ['centre', 'code', 'grant'] as const;
export type CouponChannel = (typeof COUPON_CHANNELS)[number];
export const COUPON_CHANNEL_LABELS = {
  centre: '领券中心',
  code: '兑换码',
  grant: '学校发放',
} as const satisfies Record<CouponChannel, string>;

/** Where a copy came from. */
export const COUPON_SOURCES = ['claim', 'code', 'grant'] as const;
export type CouponSource = (typeof COUPON_SOURCES)[number];
export const COUPON_SOURCE_LABELS = {
  claim: '自己领取',
  code: '兑换码',
  grant: '学校发放',
} as const satisfies Record<CouponSource, string>;
