import { and, desc, eq, inArray } from 'drizzle-orm';
import { payment } from '@/db/schema';
import { isPaidStatus } from '@/lib/domain/settle-verdict';
import type { Ctx } from '../ctx';
import { settlePayment } from './settle-payment';

/** More attempts than anyone makes in half an hour. */
const MOST_ATTEMPTS = 5;

/**
 * Asks the gateway about an order's unpaid attempts and settles what it says was paid. Not inside a transaction.
 * unknown: some attempt could not be asked about, and none is known to be paid.
 */
export async function askGateway(ctx: Ctx, orderId: number): Promise<'paid' | 'unpaid' | 'unknown'> {
  const attempts = await ctx.db
    .select({ outTradeNo: payment.outTradeNo })
    .from(payment)
    .where(and(eq(payment.orderId, orderId), inArray(payment.status, ['created', 'closed'])))
    .orderBy(desc(payment.id))
    .limit(MOST_ATTEMPTS);
  let isAnyUnknown = false;
  for (const { outTradeNo } of attempts) {
    const answer = await ctx.gateways.alipay.query(outTradeNo);
    if (answer.kind === 'unknown') isAnyUnknown = true;
    if (answer.kind !== 'found' || !isPaidStatus(answer.trade.status)) continue;
    const heard = { source: 'query', body: answer.raw } as const;
    const verdict = await settlePayment(ctx, { trade: answer.trade, heard });
    if (verdict === 'paid' || verdict === 'repeated') return 'paid';
  }
  return isAnyUnknown ? 'unknown' : 'unpaid';
}
