// The refunds' part of the audit log; audit.ts joins it with the others.

export const REFUND_ACTION_LABELS = {
  'refund.approve': '同意退款',
  'refund.reject': '拒绝退款',
  'refund.start': '发起退款',
} as const;

export const REFUND_FIELD_LABELS: Readonly<Record<string, string>> = {
  orderNo: '订单编号',
  refundStatus: '退款状态',
  cashFen: '现金（分）',
  lines: '课程',
};
