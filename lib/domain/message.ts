/** text: a customer-service message, which WeChat takes within 48 hours of the student's last word; template: a card. */
export const MESSAGE_KINDS = ['text', 'template'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Accepted means the platform took it; delivered only its own event says. */
export const MESSAGE_TRANSITIONS = {
  waiting_for_bind: ['queued', 'cancelled'],
  queued: ['sending', 'cancelled'],
  sending: ['accepted', 'queued', 'failed', 'unknown'],
  accepted: ['delivered', 'failed'],
  delivered: [],
  failed: [],
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
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'template';
      readonly templateId: string;
      readonly url: string | null;
      readonly data: Readonly<Record<string, string>>;
    };

/** Minutes in which the platform drops a template message it has already taken, by client_msg_id. */
export const DEDUPE_MINUTES = 10;

/** Past this many attempts a message that could go later is given up. */
const MAX_ATTEMPTS = 12;

/**
 * When to try again after `attempts` tries, in seconds: half a minute, doubling, at most an hour.
 * Null: given up. `spread` in [0, 1) keeps many messages from coming back together.
 */
export function retryDelaySeconds(attempts: number, spread: number): number | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  const base = Math.min(30 * 2 ** (attempts - 1), 3600);
  return Math.round(base * (1 + spread / 4));
}
