import { z } from 'zod';
import { billPlanSchema } from './bill-plan';
import { faultsSchema } from './faults';
import { PAGE_METHODS } from './methods';
import { expirySchema } from './pay-params';

/** A payment request the gateway accepted: a cashier page, but not a trade yet. `token` is the page's address. */
const orderSchema = z.object({
  token: z.string(),
  method: z.enum(PAGE_METHODS),
  outTradeNo: z.string(),
  totalFen: z.int(),
  subject: z.string(),
  body: z.string().nullable(),
  expiry: expirySchema,
  passbackParams: z.string().nullable(),
  notifyUrl: z.string().nullable(),
  returnUrl: z.string().nullable(),
  quitUrl: z.string().nullable(),
  // Journals from before it was known do without.
  qrWidth: z.int().nullable().default(null),
});

const refundSchema = z.object({
  at: z.int(),
  /** The merchant's number, or out_trade_no when it gave none: that is how the refund is found again. */
  outRequestNo: z.string(),
  /** What a notify calls out_biz_no: the merchant's number, or trade_no when it gave none. */
  outBizNo: z.string(),
  amountFen: z.int(),
});

const notificationSchema = z.object({
  notifyId: z.string(),
  outTradeNo: z.string(),
  tradeStatus: z.enum(['TRADE_SUCCESS', 'TRADE_CLOSED']),
  /** Set for a notify about a refund; refundedFen is the trade's total so far. */
  refund: refundSchema.extend({ refundedFen: z.int() }).nullable(),
  dueAt: z.int(),
});

const deliverySchema = z.object({
  at: z.int(),
  outcome: z.enum(['success', 'refused', 'unreachable', 'dropped']),
  httpStatus: z.int().nullable(),
  /** The first characters of what the merchant answered. */
  responseBody: z.string().nullable(),
  /** The form as sent. */
  params: z.record(z.string(), z.string()),
});

/** Everything that ever happens in the Alipay sandbox; the journal holds these, the state is their fold. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('order.accepted'), at: z.int(), order: orderSchema }),
  z.object({
    type: z.literal('trade.created'),
    at: z.int(),
    token: z.string(),
    tradeNo: z.string(),
    expiresAt: z.int(),
  }),
  z.object({ type: z.literal('trade.paid'), at: z.int(), outTradeNo: z.string() }),
  z.object({ type: z.literal('trade.closed'), at: z.int(), outTradeNo: z.string() }),
  z.object({ type: z.literal('trade.finished'), at: z.int(), outTradeNo: z.string() }),
  z.object({ type: z.literal('trade.refunded'), outTradeNo: z.string(), refund: refundSchema }),
  z.object({ type: z.literal('faults.set'), at: z.int(), outTradeNo: z.string(), faults: faultsSchema }),
  z.object({ type: z.literal('bill.planned'), at: z.int(), date: z.string(), plan: billPlanSchema }),
  z.object({ type: z.literal('notify.queued'), notification: notificationSchema }),
  z.object({
    type: z.literal('notify.attempted'),
    notifyId: z.string(),
    manual: z.boolean(),
    deliveries: z.array(deliverySchema),
    /** When to try again; null when it succeeded or the schedule is used up. */
    nextAt: z.int().nullable(),
  }),
]);

export type Order = z.infer<typeof orderSchema>;
export type Refund = z.infer<typeof refundSchema>;
export type QueuedNotification = z.infer<typeof notificationSchema>;
export type Delivery = z.infer<typeof deliverySchema>;
export type AlipayEvent = z.infer<typeof eventSchema>;
