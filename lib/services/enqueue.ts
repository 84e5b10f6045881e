import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { TaskName, TaskPayload } from '@/lib/domain/tasks';

interface EnqueueOptions {
  /** What makes the job one: while a job with this key waits, adding it again only moves it. */
  readonly key: string;
  /** At once, unless given. */
  readonly runAt?: Date;
}

interface Job<N extends TaskName> extends EnqueueOptions {
  readonly payload: TaskPayload<N>;
  /** Of jobs that are due, the one with the smallest number goes first; 0 unless given. */
  readonly priority?: number;
}

/** Leaves a job in the caller's transaction: it exists if and only if the transaction commits. */
export const enqueue = <N extends TaskName>(
  db: Db,
  task: N,
  payload: TaskPayload<N>,
  options: EnqueueOptions,
): Promise<void> => enqueueAll(db, task, [{ payload, ...options }]);

/**
 * Many jobs of one kind, each with a key of its own, in one statement. With `keepTime` a job that waits already stays
 * where it is in the queue.
 */
export async function enqueueAll<N extends TaskName>(
  db: Db,
  task: N,
  jobs: readonly Job<N>[],
  { keepTime = false }: { readonly keepTime?: boolean } = {},
): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map(({ payload, key, runAt, priority = 0 }) => ({
    identifier: task,
    payload,
    job_key: key,
    run_at: runAt?.toISOString() ?? null,
    priority,
  }));
  await db.execute(sql`
    select from graphile_worker.add_jobs(array(
      select spec from json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(specs)}::json) as spec), ${keepTime}::boolean)`);
}
