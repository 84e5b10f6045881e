import { and, asc, eq, lt, sql } from 'drizzle-orm';
import { order, payment } from '@/db/schema';
import type { Ctx } from '../ctx';
import { enqueue } from '../enqueue';

const BATCH = 200;
const QUIET_MS = 2 * 60_000;

/** Finds open attempts that nobody asks about any more, and has them asked about at once. Gives their number. */
export async function sweepPayments(ctx: Ctx): Promise<number> {
  const lost = await ctx.db
    .select({ id: payment.id })
    .from(payment)
    .innerJoin(order, eq(order.id, payment.orderId))
    .where(
      and(
        eq(order.status, 'pending'),
        eq(payment.status, 'created'),
        lt(payment.createdAt, new Date(ctx.now.getTime() - QUIET_MS)),
        sql`not exists (
          select 1 from graphile_worker.jobs
          where key = 'payment:' || ${payment.id} || ':ask' and attempts < max_attempts)`,
      ),
    )
    .orderBy(asc(payment.id))
    .limit(BATCH);
  for (const { id } of lost) {
    await enqueue(ctx.db, 'payment.ask', { paymentId: id, asked: 0 }, { key: `payment:${id}:ask` });
  }
  return lost.length;
}
