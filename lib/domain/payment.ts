/** page: Alipay's desktop cashier; wap: its phone cashier. */
export const PAYMENT_METHODS = ['page', 'wap'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** How we heard of it: the gateway's notify, or our own query. */
export const PAYMENT_EVENT_SOURCES = ['notify', 'query'] as const;
export type PaymentEventSource = (typeof PAYMENT_EVENT_SOURCES)[number];

// Tablets have room for the desktop cashier; most of them do not call themselves mobile.
const PHONE = /\b(?:iPhone|iPod|Mobile|Phone|MicroMessenger|HarmonyOS)\b|Android(?!.*\biPad\b)/i;

/** The cashier that fits a browser, by its user agent. */
export const methodFor = (userAgent: string): PaymentMethod =>
  PHONE.test(userAgent) && !/\biPad\b/.test(userAgent) ? 'wap' : 'page';
