/** page: Alipay's desktop cashier; wap: its phone cashier. */
export const PAYMENT_METHODS = ['page', 'wap'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** How we heard of it: the gateway's notify, or our own query. */
export const PAYMENT_EVENT_SOURCES = ['notify', 'query'] as const;
export type PaymentEventSource = (typeof PAYMENT_EVENT_SOURCES)[number];

// Phones call themselves mobile, tablets with room for the desktop cashier do not; but iPads used to.
const PHONE = /\b(?:Mobile|iPhone|iPod)\b/;
const TABLET = /\biPad\b/;

/** The cashier that fits a browser, by its user agent. */
export const methodFor = (userAgent: string): PaymentMethod =>
  PHONE.test(userAgent) && !TABLET.test(userAgent) ? 'wap' : 'page';

/** WeChat's own browser refuses to open Alipay. */
export const isWeChatBrowser = (userAgent: string): boolean => /\bMicroMessenger\b/.test(userAgent);
