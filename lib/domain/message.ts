import type { NoticeContent } from './notice';

/**
 * text: a customer-service message, which WeChat takes within 48 hours of the student's last word.
 * template: a card whose template and fields are given. notice: a card whose template is looked up when it is sent.
 * subscribe: a 订阅通知, which WeChat takes once for each time the student allowed it.
 */
export const MESSAGE_KINDS = ['text', 'template', 'notice', 'subscribe'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Accepted means the platform took it; delivered only its own event says. */
export const MESSAGE_TRANSITIONS = {
  waiting_for_bind: ['queued', 'cancelled'],
  queued: ['sending', 'cancelled'],
  sending: ['accepted', 'queued', 'failed', 'unknown'],
  accepted: ['delivered', 'failed'],
  delivered: [],
  // An administrator may send a campaign's failed messages again.
  failed: ['queued'],
  unknown: [],
  cancelled: [],
} as const;
export type MessageStatus = keyof typeof MESSAGE_TRANSITIONS;
export const MESSAGE_STATUSES = [
  'waiting_for_bind',
  'queued',
  'sending',
  'accepted',
  'delivered',
  'failed',
  'unknown',
  'cancelled',
] as const satisfies readonly MessageStatus[];
export const MESSAGE_STATUS_LABELS = {
  waiting_for_bind: '等待绑定微信',
  queued: '待发送',
  sending: '发送中',
  accepted: '微信已接收',
  delivered: '已送达',
  failed: '发送失败',
  unknown: '结果未知',
  cancelled: '已取消',
} as const satisfies Record<MessageStatus, string>;

export type MessageContent =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The card that goes instead when the student has not written for 48 hours; without one the text fails. */
      readonly fallback?: CardContent & { readonly kind: 'template' };
    }
  | CardContent
  | NoticeContent;

export interface CardContent {
  readonly kind: 'template' | 'subscribe';
  readonly templateId: string;
  /** Where a tap on the card leads, a path of this site; null: nowhere. */
  readonly path: string | null;
  /** By field name. */
  readonly data: Readonly<Record<string, string>>;
}
