// The coupons' part of the audit log; audit.ts joins it with the others. All versions of a coupon are one subject.

export const COUPON_ACTION_LABELS = {
  'coupon.create': '新建优惠券',
  'coupon.change': '修改优惠券',
  'coupon.new-version': '优惠券新版本',
  'coupon.stop': '停发优惠券',
  'coupon.generate-codes': '生成兑换码',
  'coupon.grant': '发放优惠券',
} as const;
export type CouponAction = keyof typeof COUPON_ACTION_LABELS;

export const COUPON_FIELD_LABELS: Readonly<Record<string, string>> = {
  name: '名称',
  brief: '说明',
  kind: '类型',
  channel: '发放方式',
  valueFen: '减免金额（分）',
  minimumFen: '门槛（分）',
  offPercent: '实付比例（%）',
  maxDiscountFen: '最多减（分）',
  productId: '适用课程（编号）',
  claimFrom: '领取开始',
  claimUntil: '领取截止',
  validFrom: '有效期开始',
  validUntil: '有效期截止',
  validDaysAfterClaim: '领取后有效天数',
  quantity: '数量',
  perAccountLimit: '每人限领',
  ruleVersion: '版本',
  stopped: '已停发',
  codes: '兑换码数',
  maxUses: '每码可用次数',
  granted: '发放张数',
};
