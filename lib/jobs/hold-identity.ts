import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { errorFields } from '@/lib/logger';
import type { Log } from '@/lib/services/ctx';

export interface Identity {
  readonly id: string;
  /** Takes the row away: this worker ended on purpose. */
  readonly release: () => Promise<void>;
}

const BEAT_MS = 5000;

/**
 * A name for this worker, and the advisory lock on it, held by one connection that lives as long as the process.
 * Every beat refreshes the heartbeat row, and takes the lock again should the connection have been replaced.
 */
export async function holdIdentity(url: string, log: Log): Promise<Identity> {
  const id = `worker-${randomUUID()}`;
  const client = postgres(url, { max: 1, max_lifetime: null, onnotice: () => {} });
  const beat = () => client`
    insert into worker_heartbeat (worker_id, seen_at)
    select ${id}, now() where pg_try_advisory_lock(hashtext('luffycity:worker'), hashtext(${id}))
    on conflict (worker_id) do update set seen_at = excluded.seen_at`;
  await beat();
  const timer = setInterval(() => {
    beat().catch((error: unknown) => log.warn({ error: errorFields(error) }, 'heartbeat missed'));
  }, BEAT_MS);
  const release = async () => {
    clearInterval(timer);
    await client`delete from worker_heartbeat where worker_id = ${id}`.catch(() => {});
    await client.end({ timeout: 1 });
  };
  return { id, release };
}
