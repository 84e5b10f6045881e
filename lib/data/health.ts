import 'server-only';
import { sql } from 'drizzle-orm';
import { isMigrated } from '@/db/migrate';
import { workerHeartbeat } from '@/db/schema';
import { database } from '@/lib/context';

type Part = 'ok' | 'failing';

export interface Health {
  readonly status: Part;
  readonly database: Part;
  readonly migrations: Part;
  /** At least one worker was seen in the last seconds. */
  readonly worker: Part;
}

const PATIENCE_MS = 2000;
/** Four missed heartbeats. */
const SEEN_WITHIN_SECONDS = 20;

/** Whether this process can reach what it needs. Says which part fails, never why. */
export async function getHealth(): Promise<Health> {
  const [answering, migrations, worker] = await Promise.all([
    probe(async () => (await database().execute(sql`select 1`)).length === 1),
    probe(() => isMigrated(database())),
    probe(hasWorker),
  ]);
  const isWell = [answering, migrations, worker].every((part) => part === 'ok');
  return { status: isWell ? 'ok' : 'failing', database: answering, migrations, worker };
}

async function hasWorker(): Promise<boolean> {
  const seen = sql`${workerHeartbeat.seenAt} > now() - make_interval(secs => ${SEEN_WITHIN_SECONDS})`;
  return (await database().$count(workerHeartbeat, seen)) > 0;
}

/** A database that hangs must not make health hang. */
async function probe(check: () => Promise<boolean>): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return (await Promise.race([check(), late])) ? 'ok' : 'failing';
  } catch {
    return 'failing';
  } finally {
    clearTimeout(timer);
  }
}
