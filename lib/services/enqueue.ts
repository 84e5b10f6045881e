import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { TaskName, TaskPayload } from '@/lib/domain/tasks';

interface EnqueueOptions {
  /** What makes the job one: while a job with this key waits, adding it again only moves it. */
  readonly key: string;
  /** At once, unless given. */
  readonly runAt?: Date;
}

/** Leaves a job in the caller's transaction: it exists if and only if the transaction commits. */
export async function enqueue<N extends TaskName>(
  db: Db,
  task: N,
  payload: TaskPayload<N>,
  { key, runAt }: EnqueueOptions,
): Promise<void> {
  await db.execute(sql`select graphile_worker.add_job(
    identifier => ${task},
    payload => ${JSON.stringify(payload)}::json,
    run_at => ${runAt?.toISOString() ?? null}::timestamptz,
    job_key => ${key}
  )`);
}
