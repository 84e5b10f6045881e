/** What the platform counts by itself: customer-service messages, template messages, 订阅通知. */
export const SEND_KINDS = ['custom', 'template', 'subscribe'] as const;
export type SendKind = (typeof SEND_KINDS)[number];
