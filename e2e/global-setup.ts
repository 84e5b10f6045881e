import { createDb } from '@/db/client';
import { seedDatabase } from '@/db/seed/main';
import { copyDatabase, dropDatabases, ensureTemplate, startTestServer } from '@/db/test-server';
import { runningStack } from './stack';

const PREFIX = 'luffy_e2e';

/** Once per run: a PostgreSQL with a seeded database, of which every worker's stack gets a copy. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (runningStack()) return undefined;
  const server = await startTestServer();
  const prefix = `${PREFIX}_${process.pid}`;
  const seeded = await copyDatabase(server.url, await ensureTemplate(server.url), prefix);
  const db = createDb(seeded, { max: 1 });
  await seedDatabase(db, { demo: true, now: new Date() });
  await db.$client.end();
  process.env.E2E_SERVER_URL = server.url;
  process.env.E2E_TEMPLATE = new URL(seeded).pathname.slice(1);
  process.env.E2E_PREFIX = prefix;
  return async () => {
    await dropDatabases(server.url, prefix);
    await server.stop();
  };
}
