import { and, asc, eq, sql } from 'drizzle-orm';
import { account, order, payment, refund } from '@/db/schema';
import type { Ctx } from '../ctx';
import { enqueueRefund } from './enqueue-refund';
import { refundLateMoney } from './refund-late-money';

const BATCH = 200;

/** Finds refunds whose job is lost or has given up, and late money that has no refund yet. Gives their number. */
export async function sweepRefunds(ctx: Ctx): Promise<number> {
  return (await sweepJobs(ctx)) + (await sweepLateMoney(ctx));
}

async function sweepJobs(ctx: Ctx): Promise<number> {
  const lost = await ctx.db
    .select({ id: refund.id })
    .from(refund)
    .where(
      sql`${refund.status} in ('approved', 'sending', 'unknown') and not exists (
        select 1 from graphile_worker.jobs
        where key = 'refund:' || ${refund.id} and attempts < max_attempts)`,
    )
    .orderBy(asc(refund.id))
    .limit(BATCH);
  for (const { id } of lost) await enqueueRefund(ctx.db, id);
  return lost.length;
}

/** One that was refused is left to people: it has a refund, which has failed. */
async function sweepLateMoney(ctx: Ctx): Promise<number> {
  const hasNone = sql`not exists (select 1 from ${refund} where ${refund.paymentId} = ${payment.id})`;
  const late = await ctx.db
    .select({ id: payment.id })
    .from(payment)
    // Written out: with a parameter its index would not be found.
    .where(and(sql`${payment.status} = 'late'`, hasNone))
    .orderBy(asc(payment.id))
    .limit(BATCH);
  for (const { id } of late) {
    await ctx.db.transaction(async (tx) => {
      const [found] = await tx
        .select({ order, payment })
        .from(payment)
        .innerJoin(order, eq(order.id, payment.orderId))
        .innerJoin(account, eq(account.id, order.accountId))
        .where(and(eq(payment.id, id), eq(payment.status, 'late')))
        .for('no key update', { of: [account, order, payment] });
      if (found) await refundLateMoney({ ...ctx, db: tx }, found);
    });
  }
  return late.length;
}
