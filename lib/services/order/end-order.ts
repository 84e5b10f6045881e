import { and, asc, eq } from 'drizzle-orm';
import { order, payment } from '@/db/schema';
import type { Ctx, TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { endAttempt } from '../payment/end-attempt';
import { closeOrder } from './close-order';

/** unknown: the gateway could not say; nothing was changed, try again later. */
export type EndOutcome = 'closed' | 'paid' | 'not_pending' | 'unknown';

interface EndInput {
  readonly orderId: number;
  readonly accountId: number;
  readonly status: 'cancelled' | 'expired';
  /** Also to be done in the transaction that closes it, and only then. */
  readonly alongside?: (tx: TxCtx) => Promise<void>;
}

/** Somebody who keeps starting new attempts while we close the old ones is given up on after so many rounds. */
const MOST_ROUNDS = 3;

/**
 * Ends a pending order unpaid: every attempt is asked about and closed at the gateway first, outside any transaction;
 * if one of them was paid, the order is settled instead.
 */
export async function endOrder(ctx: Ctx, input: EndInput): Promise<EndOutcome> {
  const ended = new Set<number>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const attempt of await openAttempts(ctx, input.orderId)) {
      if (ended.has(attempt.id)) continue;
      const outcome = await endAttempt(ctx, attempt);
      if (outcome !== 'over') return outcome;
      ended.add(attempt.id);
    }
    const outcome = await ctx.db.transaction((tx) => closeUnlessReopened({ ...ctx, db: tx }, input, ended));
    if (outcome !== 'reopened') return outcome;
  }
  return 'unknown';
}

/** An attempt that began after we had looked is not closed at the gateway yet: another round. */
async function closeUnlessReopened(
  ctx: TxCtx,
  { orderId, accountId, status, alongside }: EndInput,
  ended: ReadonlySet<number>,
): Promise<'closed' | 'not_pending' | 'reopened'> {
  await lockAccount(ctx.db, accountId);
  await ctx.db.select({ id: order.id }).from(order).where(eq(order.id, orderId)).for('no key update');
  const open = await openAttempts(ctx, orderId);
  if (open.some(({ id }) => !ended.has(id))) return 'reopened';
  const outcome = await closeOrder(ctx, orderId, status);
  if (outcome === 'closed') await alongside?.(ctx);
  return outcome;
}

async function openAttempts(ctx: Ctx, orderId: number): Promise<{ id: number; outTradeNo: string }[]> {
  return ctx.db
    .select({ id: payment.id, outTradeNo: payment.outTradeNo })
    .from(payment)
    .innerJoin(order, eq(order.id, payment.orderId))
    .where(and(eq(payment.orderId, orderId), eq(payment.status, 'created'), eq(order.status, 'pending')))
    .orderBy(asc(payment.id));
}
