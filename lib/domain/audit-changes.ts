import { type AuditState, auditStateSchema } from './audit';
import { CAMPAIGN_FIELD_LABELS } from './campaign-audit';
import { CAMPAIGN_STATUS_LABELS } from './campaign-state';
import {
  COURSE_LEVEL_LABELS,
  COURSE_TYPE_LABELS,
  PRODUCT_STATUS_LABELS,
  SECTION_KIND_LABELS,
  TEACHER_ROLE_LABELS,
} from './catalogue';
import { CATALOGUE_FIELD_LABELS } from './catalogue-audit';
import { COUPON_FIELD_LABELS } from './coupon-audit';
import { COUPON_CHANNEL_LABELS, COUPON_KIND_LABELS } from './coupon-kinds';
import { INVITE_FIELD_LABELS } from './invite-audit';
import { MENU_FIELD_LABELS } from './menu-audit';
import { formatYuan } from './money';
import { NOTICE_FIELD_LABELS } from './notice-audit';
import { verdictLabel } from './payment-labels';
import { RECONCILIATION_FIELD_LABELS } from './reconciliation-audit';
import { CASE_OUTCOME_LABELS, CASE_STATUS_LABELS } from './reconciliation-kinds';
import { REFUND_FIELD_LABELS } from './refund-audit';
import { shanghaiMinute } from './shanghai-day';
import { ORDER_STATUS_LABELS, REFUND_STATUS_LABELS } from './states';
import { ATTEMPT_LABELS, WECHAT_FIELD_LABELS } from './wechat-audit';

export interface AuditChange {
  readonly label: string;
  /** Null: the field was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Fields that have no label show under their own name. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  ...REFUND_FIELD_LABELS,
  ...RECONCILIATION_FIELD_LABELS,
  ...COUPON_FIELD_LABELS,
  ...MENU_FIELD_LABELS,
  ...NOTICE_FIELD_LABELS,
  ...INVITE_FIELD_LABELS,
  ...WECHAT_FIELD_LABELS,
  ...CATALOGUE_FIELD_LABELS,
  ...CAMPAIGN_FIELD_LABELS,
  disabled: '停用',
  orderStatus: '订单状态',
  beli: '贝里',
  reason: '原因',
  sessionVersion: '登录版本',
  recipients: '收件人数',
};

/** What the values of some fields are called. */
const VALUE_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: { ...PRODUCT_STATUS_LABELS, ...CAMPAIGN_STATUS_LABELS },
  refundStatus: REFUND_STATUS_LABELS,
  orderStatus: ORDER_STATUS_LABELS,
  caseStatus: { open: CASE_STATUS_LABELS.open, ...CASE_OUTCOME_LABELS },
  courseType: COURSE_TYPE_LABELS,
  level: COURSE_LEVEL_LABELS,
  attempt: ATTEMPT_LABELS,
  role: TEACHER_ROLE_LABELS,
  channel: COUPON_CHANNEL_LABELS,
  kind: {
    ...SECTION_KIND_LABELS,
    ...COUPON_KIND_LABELS,
    text: '文字消息',
    template: '模板消息',
    subscribe: '订阅通知',
  },
};

/** What an entry changed, field by field, for people. Takes the states as the log keeps them: JSON, or nothing. */
export function auditChanges(before: string | null, after: string | null): AuditChange[] {
  const [was, is] = [parseState(before), parseState(after)];
  const fields = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...fields].map((field) => ({
    label: labelOf(field),
    before: valueText(field, was[field]),
    after: valueText(field, is[field]),
  }));
}

function parseState(text: string | null): AuditState {
  if (text === null) return {};
  try {
    return auditStateSchema.safeParse(JSON.parse(text)).data ?? { 内容: text };
  } catch {
    return { 内容: text };
  }
}

/** Never what every object has: names come from the log. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const isFen = (field: string): boolean => field.endsWith('Fen');

/** Instants are kept as in JSON; null for a field that holds none. */
function instantText(field: string, value: string): string | null {
  if (!field.endsWith('At')) return null;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? null : shanghaiMinute(instant);
}

const labelOf = (field: string): string => {
  const label = own(FIELD_LABELS, field) ?? field;
  return isFen(field) ? label.replace('（分）', '') : label;
};

function valueText(field: string, value: AuditState[string] | undefined): string | null {
  if (value === undefined) return null;
  if (value === null || value === '') return '空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return isFen(field) ? formatYuan(value) : String(value);
  if (field === 'verdict') return verdictLabel(value);
  return own(own(VALUE_LABELS, field) ?? {}, value) ?? instantText(field, value) ?? value;
}
