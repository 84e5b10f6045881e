import { eq } from 'drizzle-orm';
import { order, payment } from '@/db/schema';
import { isPaidStatus, type SettleVerdict } from '@/lib/domain/settle-verdict';
import type { Ctx } from '../ctx';
import { closeAttempt } from './close-attempt';
import { enqueueQuestion } from './enqueue-question';
import { settlePayment } from './settle-payment';

interface AskInput {
  readonly paymentId: number;
  /** How often it was asked before. */
  readonly asked: number;
}

/**
 * Asks the gateway about an attempt of which we have heard nothing, and settles what it says was paid: a lost notify
 * loses no money. Goes on until it can no longer be paid, for attempts we have given up too. unknown: ask again later.
 */
export async function askPayment(
  ctx: Ctx,
  { paymentId, asked }: AskInput,
): Promise<SettleVerdict | 'known' | 'unpaid' | 'over' | 'unknown'> {
  const [found] = await ctx.db
    .select({ status: payment.status, outTradeNo: payment.outTradeNo, expiresAt: order.expiresAt })
    .from(payment)
    .innerJoin(order, eq(order.id, payment.orderId))
    .where(eq(payment.id, paymentId));
  if (found?.status !== 'created' && found?.status !== 'closed') return 'known';
  const answer = await ctx.gateways.alipay.query(found.outTradeNo);
  if (answer.kind === 'unknown') return 'unknown';
  if (answer.kind === 'found' && isPaidStatus(answer.trade.status)) {
    return settlePayment(ctx, { trade: answer.trade, heard: { source: 'query', body: answer.raw } });
  }
  if (answer.kind === 'found' && answer.trade.status === 'TRADE_CLOSED') {
    await closeAttempt(ctx, paymentId);
    return 'over';
  }
  await enqueueQuestion(ctx.db, { paymentId, asked: asked + 1, expiresAt: found.expiresAt }, ctx.now);
  return 'unpaid';
}
