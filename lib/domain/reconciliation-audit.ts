// The reconciliation's part of the audit log; audit.ts joins it with the others.

export const RECONCILIATION_ACTION_LABELS = {
  'bill.reconcile': '重新核对账单',
  'case.settle': '差异入账',
  'case.refund': '差异退款',
  'case.note': '差异备注',
  'case.close': '了结差异',
  'payment.query': '查询支付',
} as const;

export const RECONCILIATION_SUBJECT_LABELS = { bill: '账单', case: '对账差异', payment: '支付' } as const;

export const RECONCILIATION_FIELD_LABELS: Readonly<Record<string, string>> = {
  caseStatus: '差异状态',
  note: '备注',
  verdict: '结果',
};
