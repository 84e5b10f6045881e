/** open: being decided; ordered: became an order; replaced: the student began another one. */
export const SETTLEMENT_STATUSES = ['open', 'ordered', 'replaced'] as const;

/** best: the best combination is applied and follows what changes in the settlement; own: the student chose. */
export const COUPON_CHOICES = ['best', 'own'] as const;
export type CouponChoice = (typeof COUPON_CHOICES)[number];
