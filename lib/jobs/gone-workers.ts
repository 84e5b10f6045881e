import { inArray, sql } from 'drizzle-orm';
import { workerHeartbeat } from '@/db/schema';
import type { Ctx } from '@/lib/services/ctx';

/**
 * Gives the jobs of workers that died without a word back to the queue, which would else wait four hours.
 * Gone is who no longer holds the lock on its own name: no clock is involved.
 */
export async function unlockGoneWorkers(ctx: Ctx): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const gone = await tx.execute<{ id: string }>(sql`
      with known as materialized (
        select locked_by as id from graphile_worker.jobs where locked_by is not null
        union select worker_id from ${workerHeartbeat}
      )
      select id from known where pg_try_advisory_xact_lock(hashtext('luffycity:worker'), hashtext(id))`);
    if (gone.length === 0) return;
    const ids = gone.map((row) => row.id);
    await tx.execute(sql`select graphile_worker.force_unlock_workers(array[${sql.join(ids, sql`, `)}]::text[])`);
    await tx.delete(workerHeartbeat).where(inArray(workerHeartbeat.workerId, ids));
    ctx.log.warn({ workers: ids }, 'workers that were gone');
  });
}
