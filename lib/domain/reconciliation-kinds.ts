/** What a row of Alipay's bill is about. */
export const BILL_ENTRY_KINDS = ['payment', 'refund'] as const;
export type BillEntryKind = (typeof BILL_ENTRY_KINDS)[number];

/** loading: the bill is being read; matched: all of it was compared; missing: there was no bill yet. */
export const BILL_DAY_STATUSES = ['loading', 'matched', 'missing'] as const;
export type BillDayStatus = (typeof BILL_DAY_STATUSES)[number];

/** ours_only: we know of money that the bill does not have; theirs_only: the other way round; amount_differs: both, not alike. */
export const CASE_KINDS = ['ours_only', 'theirs_only', 'amount_differs'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const CASE_STATUSES = ['open', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** How a case ended: settled and refunded change what we have, noted and closed do not. */
export const CASE_OUTCOMES = ['settled', 'refunded', 'closed'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];
