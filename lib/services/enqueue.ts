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

/** Many jobs of one kind, in one statement. */
export async function enqueueAll<N extends TaskName>(db: Db, task: N, jobs: readonly Job<N>[]): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map(({ payload, key, runAt, priority = 0 }) => ({
    payload,
    key,
    priority,
    run_at: runAt?.toISOString() ?? null,
  }));
  await db.execute(sql`
    select from json_to_recordset(${JSON.stringify(specs)}::json)
      as job(payload json, key text, priority int, run_at timestamptz),
      lateral graphile_worker.add_job(
        identifier => ${task},
        payload => job.payload,
        run_at => job.run_at,
        job_key => job.key,
        priority => job.priority
      )`);
}
