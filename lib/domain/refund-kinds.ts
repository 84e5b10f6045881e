/** lines: lines of an order; late: a whole payment that no order could take. */
export const REFUND_KINDS = ['lines', 'late'] as const;
export type RefundKind = (typeof REFUND_KINDS)[number];
export const REFUND_KIND_LABELS = { lines: '课程退款', late: '多付款项退回' } as const satisfies Record<
  RefundKind,
  string
>;

/** Who began it; system: the shop itself, for late money. */
export const REFUND_SOURCES = ['student', 'admin', 'system'] as const;
export type RefundSource = (typeof REFUND_SOURCES)[number];
export const REFUND_SOURCE_LABELS = {
  student: '学员申请',
  admin: '学校发起',
  system: '系统自动',
} as const satisfies Record<RefundSource, string>;
