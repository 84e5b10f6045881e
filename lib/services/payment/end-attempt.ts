import { isPaidStatus } from '@/lib/domain/settle-verdict';
import type { QueryOutcome } from '@/lib/gateways/alipay/gateway';
import type { Ctx } from '../ctx';
import { closeAttempt } from './close-attempt';
import { recordEvent } from './record-event';
import { settlePayment } from './settle-payment';

interface Attempt {
  readonly id: number;
  readonly outTradeNo: string;
}

/**
 * Makes sure at the gateway that an attempt can no longer be paid, and settles it if it was. Not inside a transaction.
 * over: it will not be paid. (A trade nobody has opened cannot be closed; its address stays payable until time_expire,
 * and money on it is late money.) unknown: nothing may be concluded, ask again later.
 */
export async function endAttempt(ctx: Ctx, attempt: Attempt): Promise<'over' | 'paid' | 'unknown'> {
  const answer = await ctx.gateways.alipay.query(attempt.outTradeNo);
  if (answer.kind !== 'found' || answer.trade.status !== 'WAIT_BUYER_PAY') return conclude(ctx, attempt, answer);

  const closed = await ctx.gateways.alipay.close(attempt.outTradeNo);
  if (closed.kind === 'unknown') return 'unknown';
  if (closed.kind === 'closed') return closedThere(ctx, attempt, closed.raw);
  if (closed.kind === 'not_exist') return over(ctx, attempt, closed.raw);
  // Between the question and the order to close, somebody paid it or it closed by itself.
  return conclude(ctx, attempt, await ctx.gateways.alipay.query(attempt.outTradeNo));
}

async function conclude(ctx: Ctx, attempt: Attempt, answer: QueryOutcome): Promise<'over' | 'paid' | 'unknown'> {
  if (answer.kind === 'unknown') return 'unknown';
  if (answer.kind === 'not_exist') return over(ctx, attempt, answer.raw);
  if (answer.trade.status === 'TRADE_CLOSED') return closedThere(ctx, attempt, answer.raw);
  if (!isPaidStatus(answer.trade.status)) return 'unknown';

  const heard = { source: 'query', body: answer.raw } as const;
  const verdict = await settlePayment(ctx, { trade: answer.trade, heard });
  if (verdict === 'paid' || verdict === 'repeated') return 'paid';
  return verdict === 'late' ? 'over' : 'unknown';
}

/** Known at once, whatever becomes of the order: nobody may be sent to this cashier again. */
async function closedThere(ctx: Ctx, attempt: Attempt, body: string): Promise<'over'> {
  await closeAttempt(ctx, attempt.id);
  return over(ctx, attempt, body);
}

async function over(ctx: Ctx, { id, outTradeNo }: Attempt, body: string): Promise<'over'> {
  await recordEvent(ctx.db, { source: 'query', body, outTradeNo, paymentId: id, verdict: 'over', receivedAt: ctx.now });
  return 'over';
}
