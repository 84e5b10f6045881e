/** What the platform counts by itself: customer-service messages, template messages, 订阅通知. */
export const SEND_KINDS = ['custom', 'template', 'subscribe'] as const;
export type SendKind = (typeof SEND_KINDS)[number];

export const SEND_KIND_LABELS = {
  custom: '客服消息',
  template: '模板消息',
  subscribe: '订阅通知',
} as const satisfies Record<SendKind, string>;

/** Messages a day that the platform takes from a service account. */
export const DAILY_LIMITS = {
  custom: 500_000,
  template: 100_000,
  subscribe: 100_000,
} as const satisfies Record<SendKind, number>;
