import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations } from 'graphile-worker';
import { z } from 'zod';
import { createDb, type Db } from './client';

const FOLDER = path.join(process.cwd(), 'db/migrations');
const journalSchema = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** Brings the schema and the job queue's own schema up to date. Two processes at once wait for each other. */
export async function migrateDatabase(url: string): Promise<void> {
  const db = createDb(url, { max: 1 });
  try {
    await db.execute(sql`select pg_advisory_lock(hashtext('luffycity:migrate'))`);
    await migrate(db, { migrationsFolder: FOLDER });
    await runMigrations({ connectionString: url });
  } finally {
    await db.$client.end();
  }
}

/** Whether the newest migration of this code has run. */
export async function isMigrated(db: Db): Promise<boolean> {
  const journal = journalSchema.parse(JSON.parse(readFileSync(path.join(FOLDER, 'meta/_journal.json'), 'utf8')));
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  const [row] = await db.execute<{ newest: string | null }>(
    sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
  );
  return Number(row?.newest ?? 0) >= newest;
}
