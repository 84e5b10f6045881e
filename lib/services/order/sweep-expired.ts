import { sql } from 'drizzle-orm';
import { order } from '@/db/schema';
import type { Ctx } from '../ctx';
import { enqueueExpiry } from './enqueue-expiry';

const BATCH = 200;

/** Finds orders whose time is over and whose job is lost or has given up, and leaves them a new one. Gives their number. */
export async function sweepExpired(ctx: Ctx): Promise<number> {
  const lost = await ctx.db
    .select({ id: order.id, expiresAt: order.expiresAt })
    .from(order)
    .where(
      sql`${order.status} = 'pending' and ${order.expiresAt} < ${ctx.now.toISOString()}::timestamptz and not exists (
        select 1 from graphile_worker.jobs
        where key = 'order:' || ${order.id} || ':expire' and attempts < max_attempts)`,
    )
    .orderBy(order.id)
    .limit(BATCH);
  for (const found of lost) await enqueueExpiry(ctx.db, found);
  return lost.length;
}
