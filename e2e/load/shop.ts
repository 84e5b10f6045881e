import path from 'node:path';
import postgres from 'postgres';
import { buildWhenStale } from '@/bin/stack/build';
import { prepareDatabase } from '@/bin/stack/database';
import { loadSecrets, type Secrets } from '@/bin/stack/secrets';
import { createSupervisor } from '@/bin/stack/supervisor';
import { settle } from '@/bin/stack/variables';
import { createDb, type Database } from '@/db/client';
import { startEmbeddedPostgres } from '@/db/embedded';
import { addScale } from '@/db/seed/scale';
import { freePort, outsideVariables } from '@/e2e/stack';
import { launch, untilReady } from './processes';

export interface Shop {
  readonly url: string;
  readonly db: Database;
  readonly databaseUrl: string;
  /** The role under which the site, and nothing else, talks to the database. */
  readonly siteRole: string;
  readonly secrets: Secrets;
  readonly sitePid: number;
  readonly workerPid: number;
  /** Where the shop looks for Alipay's gateway. Nobody listens there. */
  readonly gatewayPort: number;
  stop(): Promise<void>;
}

const SITE_ROLE = 'bench_site';

/** The shop as it is deployed, a site and a worker, on a database of its own with `scale` courses and students. */
export async function startShop(benchDir: string, scale: number): Promise<Shop> {
  const dataDir = path.join(benchDir, 'data');
  const server = await startDatabase(path.join(dataDir, 'postgres'));
  await prepareDatabase(server.url, { demo: true });
  const db = createDb(server.url, { max: 4 });
  await addScale(db, { count: scale, now: new Date() });
  await db.$client.unsafe(`create role ${SITE_ROLE} superuser login password '${SITE_ROLE}'`);

  const [port, sandboxPort] = [await freePort(), await freePort()];
  const given = {
    ...outsideVariables(),
    LUFFY_DATA_DIR: dataDir,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    LOG_LEVEL: 'error',
  };
  const settings = settle(given);
  const supervisor = createSupervisor(() => {});
  await buildWhenStale((program) => supervisor.run(program), { ...settings.site, DATABASE_URL: server.url });
  const env = { ...settings.site, DATABASE_URL: asRole(server.url) };
  const site = launch({ args: ['bin/site.mjs'], env });
  const worker = launch({
    args: ['--import', 'tsx', 'lib/jobs/worker.ts'],
    env: { ...settings.site, DATABASE_URL: server.url },
  });
  await untilReady(`${settings.siteUrl}/api/health`, 'shop');
  const stop = async () => {
    await site.stop();
    await worker.stop();
    await db.$client.end();
    await server.stop();
  };
  const { siteUrl: url } = settings;
  return {
    url,
    db,
    databaseUrl: server.url,
    siteRole: SITE_ROLE,
    secrets: loadSecrets(dataDir),
    sitePid: site.pid,
    workerPid: worker.pid,
    gatewayPort: sandboxPort,
    stop,
  };
}

/** With pg_stat_statements, which has to be there before the server starts: it starts twice. */
async function startDatabase(dir: string) {
  const first = await startEmbeddedPostgres({ dir });
  await execute(first.url, "alter system set shared_preload_libraries = 'pg_stat_statements'");
  await first.stop();
  const server = await startEmbeddedPostgres({ dir });
  await execute(server.url, 'create extension if not exists pg_stat_statements');
  return server;
}

async function execute(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  await client.unsafe(statement);
  await client.end();
}

function asRole(url: string): string {
  const changed = new URL(url);
  changed.username = SITE_ROLE;
  changed.password = SITE_ROLE;
  return changed.href;
}
