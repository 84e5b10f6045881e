import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildWhenStale } from '@/bin/stack/build';
import { prepareDatabase } from '@/bin/stack/database';
import { loadSecrets, type Secrets } from '@/bin/stack/secrets';
import { createSupervisor } from '@/bin/stack/supervisor';
import { settle } from '@/bin/stack/variables';
import { createDb, type Database } from '@/db/client';
import { startEmbeddedPostgres } from '@/db/embedded';
import { isAlive } from '@/db/embedded-process';
import { addScale } from '@/db/seed/scale';
import { launch, untilReady } from '@/e2e/load/processes';
import { freePort, outsideVariables } from '@/e2e/stack';

export const PARTS = ['site', 'worker', 'database'] as const;
export type Part = (typeof PARTS)[number];

/** The shop as it is deployed, each part of which can be killed; the sandbox is the outside world and lives on. */
export interface FragileStack {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly db: Database;
  readonly secrets: Secrets;
  /** kill -9; resolves once it is gone. */
  readonly kill: (part: Part) => Promise<void>;
  /** What a process manager does: starts what is gone, and waits until the site answers. */
  readonly revive: () => Promise<void>;
  /** What site and worker complained of so far. */
  readonly complaints: () => string;
  stop(): Promise<void>;
}

const STUDENTS = 2000;
/** A day of retries takes minutes. */
const TIME_SCALE = '0.01';
const PATIENCE_MS = 120_000;

export async function startFragileStack(dataDir: string): Promise<FragileStack> {
  const supervisor = createSupervisor(() => {});
  await buildWhenStale((program) => supervisor.run(program), outsideVariables());
  const dir = path.join(dataDir, 'postgres');
  let server = await startEmbeddedPostgres({ dir });
  const { url: databaseUrl } = server;
  await prepareDatabase(databaseUrl, { demo: true });
  const db = createDb(databaseUrl, { max: 8 });
  await addScale(db, { count: STUDENTS, now: new Date() });

  const [port, sandboxPort] = [await freePort(), await freePort()];
  const settings = settle({
    ...outsideVariables(),
    LUFFY_DATA_DIR: dataDir,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    LOG_LEVEL: 'fatal',
  });
  const env = { ...settings.site, DATABASE_URL: databaseUrl };
  const sandbox = launch({
    args: ['--import', 'tsx', 'sandbox/main.ts'],
    env: { ...settings.sandbox, SANDBOX_TIME_SCALE: TIME_SCALE },
  });
  const complaints = path.join(dataDir, 'complaints.log');
  const programs = {
    site: { args: ['bin/site.mjs'], env, complaints },
    worker: { args: ['--import', 'tsx', 'lib/jobs/worker.ts'], env, complaints },
  };
  const running = { site: launch(programs.site), worker: launch(programs.worker) };
  await untilReady(`http://127.0.0.1:${sandboxPort}/health`, 'sandbox');
  await untilReady(`${settings.siteUrl}/api/health`, 'shop');
  return {
    url: settings.siteUrl,
    sandboxUrl: `http://127.0.0.1:${sandboxPort}`,
    db,
    secrets: loadSecrets(dataDir),
    complaints: () => readFileSync(complaints, 'utf8'),
    kill: async (part) => {
      const { pid } = part === 'database' ? server : running[part];
      process.kill(pid, 'SIGKILL');
      while (isAlive(pid)) await sleep(20);
    },
    revive: () =>
      again(async () => {
        if (!isAlive(server.pid)) server = await startEmbeddedPostgres({ dir });
        if (server.url !== databaseUrl) throw new Error('the database came back under another address');
        for (const part of ['site', 'worker'] as const) {
          if (!isAlive(running[part].pid)) running[part] = launch(programs[part]);
        }
        const health = await fetch(`${settings.siteUrl}/api/health`, { signal: AbortSignal.timeout(PATIENCE_MS) });
        if (!health.ok) throw new Error(`the site is not well: ${await health.text()}`);
      }),
    stop: async () => {
      await running.site.stop();
      await running.worker.stop();
      await sandbox.stop();
      await db.$client.end({ timeout: 1 });
      await server.stop();
    },
  };
}

/** What starts takes its time, and the backends of a database that was killed hold its memory for a moment. */
async function again<T>(start: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(300);
    }
  }
}
