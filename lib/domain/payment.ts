/** page: Alipay's desktop cashier; wap: its phone cashier. */
export const PAYMENT_METHODS = ['page', 'wap'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** How we heard of it: the gateway's notify, or our own query. */
export const PAYMENT_EVENT_SOURCES = ['notify', 'query'] as const;
export type PaymentEventSource = (typeof PAYMENT_EVENT_SOURCES)[number];
