import { z } from 'zod';
import { daySchema } from './day-schema';
import { pushFieldsSchema } from './wechat/push-fields';

const orderSchema = z.object({ orderId: z.int().positive() });

/** Every task a service may leave for later, with the payload it travels with. */
export const TASK_PAYLOADS = {
  /** The time to pay is over. */
  'order.expire': orderSchema,
  /** An order was paid: its other attempts are to be closed. */
  'order.paid': orderSchema,
  /** A refund was approved: its money is to go back, once. */
  'refund.send': z.object({ refundId: z.int().positive() }),
  /** An attempt to pay was begun a while ago, and nobody told us what became of it. `asked`: how often we asked. */
  'payment.ask': z.object({ paymentId: z.int().positive(), asked: z.int().nonnegative() }),
  /** A day's bill is to be fetched and compared. */
  'bill.reconcile': z.object({ day: daySchema }),
  /** A message of the outbox is due. */
  'message.send': z.object({ messageId: z.int().positive() }),
  /** A campaign's messages are to be written and sent. */
  'campaign.run': z.object({ campaignId: z.int().positive() }),
  /** What WeChat told and nobody waits for an answer to. */
  'wechat.event': z.object({ eventId: z.int().positive() }),
  /** An answer that came too late to be given at once. */
  'wechat.reply': z.object({ signature: z.string(), fields: pushFieldsSchema }),
  /** What became of a message was told before its sending was concluded. */
  'message.delivery': z.object({
    msgid: z.string().regex(/^\d{1,20}$/),
    status: z.string().max(200),
    looked: z.int().positive(),
  }),
  /** The official account's templates may have changed. */
  'message.templates': z.object({}),
  /** Somebody forgot the password of this account, or says so. */
  'account.reset-code': z.object({ username: z.string().min(1).max(20) }),
} as const;

export type TaskName = keyof typeof TASK_PAYLOADS;
export type TaskPayload<N extends TaskName> = z.infer<(typeof TASK_PAYLOADS)[N]>;
