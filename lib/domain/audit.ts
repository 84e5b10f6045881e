/** What administrators do, as the audit log names it. The label is what /admin/audit shows. */
export const AUDIT_ACTION_LABELS = {
  'account.create-admin': '创建管理员',
  'account.disable': '停用账号',
  'account.enable': '启用账号',
  'account.end-sessions': '结束登录',
  'account.grant-beli': '发放贝里',
} as const;
export type AuditAction = keyof typeof AUDIT_ACTION_LABELS;

export const AUDIT_SUBJECT_LABELS = {
  account: '用户',
} as const;
export type AuditSubjectKind = keyof typeof AUDIT_SUBJECT_LABELS;

/** What a subject was or became: only what the action changed, no personal data beyond that. */
export type AuditState = Readonly<Record<string, string | number | boolean | null>>;
