import { eq } from 'drizzle-orm';
import { payment } from '@/db/schema';
import type { SettleVerdict } from '@/lib/domain/settle-verdict';
import type { Ctx } from '../ctx';
import { recordEvent } from './record-event';
import { settlePayment } from './settle-payment';

/**
 * Asks the gateway about a trade, whatever we think of it, and settles what it says. The answer is kept verbatim, too
 * when it says nothing. Not inside a transaction.
 */
export async function queryTrade(
  ctx: Ctx,
  { outTradeNo }: { readonly outTradeNo: string },
): Promise<SettleVerdict | 'not_exist' | 'unknown'> {
  const answer = await ctx.gateways.alipay.query(outTradeNo);
  const heard = { source: 'query', body: answer.raw } as const;
  if (answer.kind === 'found') return settlePayment(ctx, { trade: answer.trade, heard });
  const [known] = await ctx.db.select({ id: payment.id }).from(payment).where(eq(payment.outTradeNo, outTradeNo));
  await recordEvent(ctx.db, { ...heard, verdict: answer.kind, outTradeNo, paymentId: known?.id, receivedAt: ctx.now });
  return answer.kind;
}
