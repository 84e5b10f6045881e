/** What a row of Alipay's bill is about. */
export const BILL_ENTRY_KINDS = ['payment', 'refund'] as const;
export type BillEntryKind = (typeof BILL_ENTRY_KINDS)[number];
export const BILL_ENTRY_LABELS = { payment: '收款', refund: '退款' } as const satisfies Record<BillEntryKind, string>;

/** loading: the bill is being read; matched: all of it was compared; missing: there was no bill yet. */
export const BILL_DAY_STATUSES = ['loading', 'matched', 'missing'] as const;
export type BillDayStatus = (typeof BILL_DAY_STATUSES)[number];
export const BILL_DAY_STATUS_LABELS = {
  loading: '读取中',
  matched: '已核对',
  missing: '还没有账单',
} as const satisfies Record<BillDayStatus, string>;

/** ours_only: we know of money that the bill does not have; theirs_only: the other way round; amount_differs: both, not alike. */
export const CASE_KINDS = ['ours_only', 'theirs_only', 'amount_differs'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
export const CASE_KIND_LABELS = {
  ours_only: '只有我们有',
  theirs_only: '只有支付宝有',
  amount_differs: '金额不同',
} as const satisfies Record<CaseKind, string>;

export const CASE_STATUSES = ['open', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];
export const CASE_STATUS_LABELS = { open: '待处理', closed: '已了结' } as const satisfies Record<CaseStatus, string>;

/** How a case ended: settled and refunded change what we have, noted and closed do not. */
export const CASE_OUTCOMES = ['settled', 'refunded', 'closed'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];
export const CASE_OUTCOME_LABELS = {
  settled: '已入账',
  refunded: '已退款',
  closed: '无需处理',
} as const satisfies Record<CaseOutcome, string>;
