import { z } from 'zod';
import { CAMPAIGN_ACTION_LABELS } from './campaign-audit';
import { CATALOGUE_ACTION_LABELS, CATALOGUE_SUBJECT_LABELS } from './catalogue-audit';
import { COUPON_ACTION_LABELS } from './coupon-audit';
import { INVITE_ACTION_LABELS, INVITE_SUBJECT_LABELS } from './invite-audit';
import { MENU_ACTION_LABELS } from './menu-audit';
import { NOTICE_ACTION_LABELS, NOTICE_SUBJECT_LABELS } from './notice-audit';
import { RECONCILIATION_ACTION_LABELS, RECONCILIATION_SUBJECT_LABELS } from './reconciliation-audit';
import { REFUND_ACTION_LABELS } from './refund-audit';
import { WECHAT_ACTION_LABELS, WECHAT_SUBJECT_LABELS } from './wechat-audit';

/** What administrators do, as the audit log names it. The label is what /admin/audit shows. */
export const AUDIT_ACTION_LABELS = {
  'account.create-admin': '创建管理员',
  'account.disable': '停用账号',
  'account.enable': '启用账号',
  'account.end-sessions': '结束登录',
  'account.grant-beli': '发放贝里',
  ...CAMPAIGN_ACTION_LABELS,
  'order.close': '关闭订单',
  ...REFUND_ACTION_LABELS,
  ...RECONCILIATION_ACTION_LABELS,
  ...COUPON_ACTION_LABELS,
  ...INVITE_ACTION_LABELS,
  ...MENU_ACTION_LABELS,
  ...NOTICE_ACTION_LABELS,
  ...WECHAT_ACTION_LABELS,
  ...CATALOGUE_ACTION_LABELS,
} as const;
export type AuditAction = keyof typeof AUDIT_ACTION_LABELS;

export const AUDIT_SUBJECT_LABELS = {
  account: '用户',
  campaign: '群发',
  coupon: '优惠券',
  menu: '公众号菜单',
  order: '订单',
  refund: '退款',
  ...NOTICE_SUBJECT_LABELS,
  ...WECHAT_SUBJECT_LABELS,
  ...RECONCILIATION_SUBJECT_LABELS,
  ...INVITE_SUBJECT_LABELS,
  ...CATALOGUE_SUBJECT_LABELS,
} as const;
export type AuditSubjectKind = keyof typeof AUDIT_SUBJECT_LABELS;

/** What a subject was or became: only what the action changed, no personal data beyond that. */
export const auditStateSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type AuditState = Readonly<z.output<typeof auditStateSchema>>;

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

/** The page of the dashboard that shows a subject; null when it has none of its own. */
export function auditSubjectPath(kind: string, id: string) {
  switch (kind) {
    case 'account':
      return `/admin/users/${id}` as const;
    case 'campaign':
      return `/admin/messages/${id}` as const;
    case 'coupon':
      return `/admin/coupons/${id}` as const;
    case 'menu':
      return `/admin/wechat/menu/${id}` as const;
    // By its number, which is its name as well.
    case 'order':
      return `/admin/orders/${id}` as const;
    case 'notice':
      return '/admin/wechat/notices' as const;
    case 'refund':
      return `/admin/refunds/${id}` as const;
    case 'bill':
      return `/admin/reconciliation/${id}` as const;
    case 'case':
      return `/admin/reconciliation/cases/${id}` as const;
    case 'payment':
      return `/admin/payments/${id}` as const;
    case 'course':
      return `/admin/courses/${id}` as const;
    case 'degree_course':
      return `/admin/degrees/${id}` as const;
    case 'teacher':
      return `/admin/teachers/${id}` as const;
    case 'invite-rule':
      return '/admin/invites' as const;
    case 'qrcode':
      return '/admin/wechat/qrcodes' as const;
    case 'category':
    case 'sub-category':
      return '/admin/categories' as const;
    default:
      return null;
  }
}
