import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@/e2e/stack';
import { launch, type Running, run, untilReady } from './processes';
import type { Shop } from './shop';

export interface BareApp extends Running {
  readonly url: string;
}

const SOURCE = fileURLToPath(new URL('./bare-app', import.meta.url));
const NEXT = path.resolve('node_modules/next/dist/bin/next');

/** A Next app with nothing in it, by the shop's next.config and its Next, built and started with `next start`. */
export async function startBareApp(
  benchDir: string,
  { db, databaseUrl, secrets }: Pick<Shop, 'db' | 'databaseUrl' | 'secrets'>,
): Promise<BareApp> {
  // Below the repository, so that it finds the same node_modules.
  const cwd = path.join(benchDir, 'bare');
  rmSync(cwd, { recursive: true, force: true });
  cpSync(SOURCE, cwd, { recursive: true });
  await db.$client.unsafe('create table if not exists bench_event (id bigserial primary key, body text not null)');
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    BENCH_ALIPAY_KEY: secrets.alipay.alipayPublicKey,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  await run({ args: [NEXT, 'build'], env, cwd });
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const app = launch({ args: [NEXT, 'start', '--hostname', '127.0.0.1', '--port', port], env, cwd });
  await untilReady(`${url}/static`, 'bare app');
  return { ...app, url };
}
