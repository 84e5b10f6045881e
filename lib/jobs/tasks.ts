import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { TASK_PAYLOADS, type TaskName } from '@/lib/domain/tasks';
import { errorFields } from '@/lib/logger';
import { forgetEndedSessions } from '@/lib/services/account/forget-ended-sessions';
import { forgetOldResets } from '@/lib/services/account/forget-old-resets';
import { sendResetCode } from '@/lib/services/account/send-reset-code';
import { recoverCampaigns } from '@/lib/services/campaign/recover-campaigns';
import { expireCoupons } from '@/lib/services/coupon/expire-coupons';
import type { Ctx } from '@/lib/services/ctx';
import { payRewards } from '@/lib/services/invite/pay-rewards';
import { putExpiring } from '@/lib/services/message/put-expiring';
import { recordDelivery } from '@/lib/services/message/record-delivery';
import { recoverMessages } from '@/lib/services/message/recover-messages';
import { sendMessage } from '@/lib/services/message/send-message';
import { syncTemplates } from '@/lib/services/message/sync-templates';
import { expireOrder } from '@/lib/services/order/expire-order';
import { sweepExpired } from '@/lib/services/order/sweep-expired';
import { askPayment } from '@/lib/services/payment/ask-payment';
import { closeOtherAttempts } from '@/lib/services/payment/close-other-attempts';
import { sweepPayments } from '@/lib/services/payment/sweep-payments';
import { reconcileDay } from '@/lib/services/reconciliation/reconcile-day';
import { sweepDays } from '@/lib/services/reconciliation/sweep-days';
import { sendRefund } from '@/lib/services/refund/send-refund';
import { sweepRefunds } from '@/lib/services/refund/sweep-refunds';
import { forgetOldTurns } from '@/lib/services/throttle/forget-old-turns';
import { forgetOldTickets } from '@/lib/services/wechat/forget-old-tickets';
import { answerLater } from '@/lib/services/wechat-push/answer-later';
import { forgetOldEvents } from '@/lib/services/wechat-push/forget-old-events';
import { handleEvent } from '@/lib/services/wechat-push/handle-event';
import type { CronTaskName } from './crontab';
import { unlockGoneWorkers } from './gone-workers';
import { runCampaign } from './run-campaign';

/** Not a failure: the outside world could not answer. The queue tries again, a little later each time. */
class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

/** Every task by name. Each is idempotent: a worker that dies in the middle leaves its job to another. */
export function createTasks(createCtx: () => Ctx): Record<TaskName | CronTaskName, Task> {
  const task =
    <P>(payload: z.ZodType<P>, body: (ctx: Ctx, input: P) => Promise<void>): Task =>
    async (raw) =>
      guarded(createCtx(), async (ctx) => body(ctx, payload.parse(raw)));

  return {
    'order.expire': task(TASK_PAYLOADS['order.expire'], async (ctx, input) => {
      if ((await expireOrder(ctx, input)) === 'unknown') throw new TryAgain('the gateway could not say');
    }),
    'order.paid': task(TASK_PAYLOADS['order.paid'], async (ctx, { orderId }) => {
      if ((await closeOtherAttempts(ctx, orderId)) === 'unknown') throw new TryAgain('the gateway could not say');
    }),
    'order.sweep': task(z.unknown(), async (ctx) => {
      const found = await sweepExpired(ctx);
      if (found > 0) ctx.log.warn({ found }, 'orders whose expiry was lost');
    }),
    'bill.reconcile': task(TASK_PAYLOADS['bill.reconcile'], async (ctx, input) => {
      if ((await reconcileDay(ctx, input)) === 'unknown') throw new TryAgain('the bill could not be read');
    }),
    'bill.sweep': task(z.unknown(), async (ctx) => {
      await sweepDays(ctx);
    }),
    'payment.ask': task(TASK_PAYLOADS['payment.ask'], async (ctx, input) => {
      if ((await askPayment(ctx, input)) === 'unknown') throw new TryAgain('the gateway could not say');
    }),
    'payment.sweep': task(z.unknown(), async (ctx) => {
      const found = await sweepPayments(ctx);
      if (found > 0) ctx.log.warn({ found }, 'payments nobody asked about');
    }),
    'refund.send': task(TASK_PAYLOADS['refund.send'], async (ctx, input) => {
      if ((await sendRefund(ctx, input)) === 'unknown') throw new TryAgain('the gateway could not say');
    }),
    'refund.sweep': task(z.unknown(), async (ctx) => {
      const found = await sweepRefunds(ctx);
      if (found > 0) ctx.log.warn({ found }, 'refunds whose job was lost');
    }),
    'message.send': task(TASK_PAYLOADS['message.send'], sendMessage),
    'message.recover': task(z.unknown(), async (ctx) => {
      const found = await recoverMessages(ctx);
      if (found > 0) ctx.log.warn({ found }, 'messages whose sending was interrupted or lost');
      const lost = await recoverCampaigns(ctx);
      if (lost > 0) ctx.log.warn({ found: lost }, 'campaigns whose job was lost');
    }),
    'campaign.run': task(TASK_PAYLOADS['campaign.run'], (_ctx, { campaignId }) => runCampaign(createCtx, campaignId)),
    'message.expiring': task(z.unknown(), async (ctx) => {
      await putExpiring(ctx);
    }),
    'message.delivery': task(TASK_PAYLOADS['message.delivery'], async (ctx, { looked, ...delivery }) =>
      ctx.db.transaction((tx) => recordDelivery({ ...ctx, db: tx }, delivery, looked)),
    ),
    'message.templates': task(TASK_PAYLOADS['message.templates'], async (ctx) => {
      if (!(await syncTemplates(ctx))) throw new TryAgain('WeChat could not say');
    }),
    'coupon.expire': task(z.unknown(), async (ctx) => {
      await expireCoupons(ctx);
    }),
    'invite.reward': task(z.unknown(), async (ctx) => {
      const { not_grantable: stuck } = await payRewards(ctx);
      if (stuck > 0) ctx.log.warn({ stuck }, 'invitations whose coupon cannot be given');
    }),
    'account.reset-code': task(TASK_PAYLOADS['account.reset-code'], sendResetCode),
    'session.clean': task(z.unknown(), async (ctx) => {
      await forgetEndedSessions(ctx);
      await forgetOldResets(ctx);
    }),
    'throttle.clean': task(z.unknown(), forgetOldTurns),
    'wechat.clean': task(z.unknown(), async (ctx) => {
      await forgetOldTickets(ctx);
      await forgetOldEvents(ctx);
    }),
    'wechat.event': task(TASK_PAYLOADS['wechat.event'], handleEvent),
    'wechat.reply': task(TASK_PAYLOADS['wechat.reply'], async (ctx, input) => {
      if (!(await answerLater(ctx, input))) throw new TryAgain('WeChat could not be told');
    }),
    'worker.unlock': task(z.unknown(), unlockGoneWorkers),
  };
}

/** The queue stores and logs what a task throws: it gets the words that are fit to be read, never a statement's parameters. */
async function guarded(ctx: Ctx, body: (ctx: Ctx) => Promise<void>): Promise<void> {
  try {
    await body(ctx);
  } catch (error) {
    if (error instanceof TryAgain) throw error;
    const told = errorFields(error);
    ctx.log.error({ error: told }, 'task failed');
    throw new Error(`${String(told.name)}: ${String(told.message)}`, { cause: error });
  }
}
