import { z } from 'zod';
import { CATALOGUE_ACTION_LABELS, CATALOGUE_FIELD_LABELS, CATALOGUE_SUBJECT_LABELS } from './catalogue-audit';

/** What administrators do, as the audit log names it. The label is what /admin/audit shows. */
export const AUDIT_ACTION_LABELS = {
  'account.create-admin': '创建管理员',
  'account.disable': '停用账号',
  'account.enable': '启用账号',
  'account.end-sessions': '结束登录',
  'account.grant-beli': '发放贝里',
  'campaign.send': '发送消息',
  ...CATALOGUE_ACTION_LABELS,
} as const;
export type AuditAction = keyof typeof AUDIT_ACTION_LABELS;

export const AUDIT_SUBJECT_LABELS = {
  account: '用户',
  campaign: '群发',
  ...CATALOGUE_SUBJECT_LABELS,
} as const;
export type AuditSubjectKind = keyof typeof AUDIT_SUBJECT_LABELS;

/** The fields of a subject that people may read; others show under their own name. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  ...CATALOGUE_FIELD_LABELS,
  disabled: '停用',
  beli: '贝里',
  reason: '原因',
  sessionVersion: '登录版本',
};

/** What a subject was or became: only what the action changed, no personal data beyond that. */
const stateSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type AuditState = Readonly<z.output<typeof stateSchema>>;

const isKeyOf = <T extends object>(record: T, key: PropertyKey): key is keyof T => Object.hasOwn(record, key);
const keysOf = <T extends object>(record: T): (keyof T)[] =>
  Object.keys(record).filter((key): key is string & keyof T => isKeyOf(record, key));

export const AUDIT_ACTIONS: readonly AuditAction[] = keysOf(AUDIT_ACTION_LABELS);
export const AUDIT_SUBJECT_KINDS: readonly AuditSubjectKind[] = keysOf(AUDIT_SUBJECT_LABELS);

// The log outlives the code that wrote it: a name that is no longer known stands for itself.
export const auditActionLabel = (action: string): string =>
  isKeyOf(AUDIT_ACTION_LABELS, action) ? AUDIT_ACTION_LABELS[action] : action;
export const auditSubjectLabel = (kind: string): string =>
  isKeyOf(AUDIT_SUBJECT_LABELS, kind) ? AUDIT_SUBJECT_LABELS[kind] : kind;

export interface AuditChange {
  readonly label: string;
  /** Null: the field was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What an entry changed, field by field, for people. Takes the states as the log keeps them: JSON, or nothing. */
export function auditChanges(before: string | null, after: string | null): AuditChange[] {
  const [was, is] = [parseState(before), parseState(after)];
  const fields = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...fields].map((field) => ({
    label: FIELD_LABELS[field] ?? field,
    before: valueText(was[field]),
    after: valueText(is[field]),
  }));
}

function parseState(text: string | null): AuditState {
  if (text === null) return {};
  try {
    return stateSchema.safeParse(JSON.parse(text)).data ?? { 内容: text };
  } catch {
    return { 内容: text };
  }
}

function valueText(value: AuditState[string] | undefined): string | null {
  if (value === undefined) return null;
  if (value === null || value === '') return '空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}
