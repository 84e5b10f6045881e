/** lines: lines of an order; late: a whole payment that no order could take. */
export const REFUND_KINDS = ['lines', 'late'] as const;
export type RefundKind = (typeof REFUND_KINDS)[number];

/** Who began it; system: the shop itself, for late money. */
export const REFUND_SOURCES = ['student', 'admin', 'system'] as const;
export type RefundSource = (typeof REFUND_SOURCES)[number];
