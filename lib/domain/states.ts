/** A state machine as data: every state names the states it may go to. */
type Transitions<S extends string> = Readonly<Record<S, readonly S[]>>;

export const ORDER_TRANSITIONS = {
  pending: ['paid', 'cancelled', 'expired'],
  paid: ['partially_refunded', 'refunded'],
  partially_refunded: ['refunded'],
  refunded: [],
  cancelled: [],
  expired: [],
} as const satisfies Transitions<string>;
export type OrderStatus = keyof typeof ORDER_TRANSITIONS;
export const ORDER_STATUSES = ['pending', 'paid', 'partially_refunded', 'refunded', 'cancelled', 'expired'] as const;
export const ORDER_STATUS_LABELS = {
  pending: '待支付',
  paid: '交易成功',
  partially_refunded: '部分退款',
  refunded: '已退款',
  cancelled: '已取消',
  expired: '超时取消',
} as const satisfies Record<OrderStatus, string>;

/** late: money for an order that can no longer be paid, or that another attempt has already paid. */
export const PAYMENT_TRANSITIONS = {
  created: ['paid', 'closed', 'late'],
  paid: [],
  closed: ['late'],
  late: ['refunded'],
  refunded: [],
} as const satisfies Transitions<string>;
export type PaymentStatus = keyof typeof PAYMENT_TRANSITIONS;
export const PAYMENT_STATUSES = ['created', 'paid', 'closed', 'late', 'refunded'] as const;

export const REFUND_TRANSITIONS = {
  requested: ['rejected', 'approved'],
  approved: ['sending'],
  sending: ['unknown', 'succeeded', 'failed'],
  // The gateway knows nothing of it: it is sent again, under its one number.
  unknown: ['sending', 'succeeded', 'failed'],
  rejected: [],
  succeeded: [],
  failed: [],
} as const satisfies Transitions<string>;
export type RefundStatus = keyof typeof REFUND_TRANSITIONS;
export const REFUND_STATUSES = [
  'requested',
  'rejected',
  'approved',
  'sending',
  'unknown',
  'succeeded',
  'failed',
] as const;
export const REFUND_STATUS_LABELS = {
  requested: '待审核',
  rejected: '未通过',
  approved: '已同意，等待退款',
  sending: '退款中',
  unknown: '退款中，等待支付宝确认',
  succeeded: '退款成功',
  failed: '退款失败',
} as const satisfies Record<RefundStatus, string>;

export const COUPON_RECORD_TRANSITIONS = {
  unused: ['locked', 'expired'],
  locked: ['used', 'unused', 'expired'],
  used: ['unused', 'expired'],
  expired: [],
} as const satisfies Transitions<string>;
export type CouponRecordStatus = keyof typeof COUPON_RECORD_TRANSITIONS;
export const COUPON_RECORD_STATUSES = ['unused', 'locked', 'used', 'expired'] as const;
export const COUPON_RECORD_STATUS_LABELS = {
  unused: '未使用',
  locked: '已锁定',
  used: '已使用',
  expired: '已过期',
} as const satisfies Record<CouponRecordStatus, string>;

/** The one checker for all machines above. */
export function canTransition<S extends string>(machine: Transitions<S>, from: S, to: S): boolean {
  return machine[from].includes(to);
}
