import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { startStack } from '@/bin/stack/stack';
import { copyDatabase } from '@/db/test-server';

export interface TestStack {
  readonly siteUrl: string;
  readonly sandboxUrl: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

type Variables = Record<string, string | undefined>;

const setupSchema = z.object({ E2E_SERVER_URL: z.string(), E2E_TEMPLATE: z.string(), E2E_PREFIX: z.string() });

// What a developer's shell or .env may hold for the real shop.
const SHOP =
  /^(ALIPAY|WECHAT|SANDBOX|LUFFY|TEST)_|^(APP_URL|AUTH_SECRET|DATABASE_URL|DATABASE_POOL|HOST|PORT|LOG_LEVEL)$/;

const runningSchema = z.object({ E2E_SITE_URL: z.url(), E2E_SANDBOX_URL: z.url(), E2E_DATABASE_URL: z.url() });

/** A shop that runs already, `npm run dev` for example: to try a spec without a build. Tests leave their rows in it. */
export function runningStack(): TestStack | undefined {
  const running = runningSchema.safeParse(process.env).data;
  if (!running) return undefined;
  return {
    siteUrl: running.E2E_SITE_URL,
    sandboxUrl: running.E2E_SANDBOX_URL,
    databaseUrl: running.E2E_DATABASE_URL,
    stop: () => Promise.resolve(),
  };
}

/** This process's environment, without what a developer's shell says about the real shop. */
export const outsideVariables = (): Variables =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !SHOP.test(name)));

/** A site, a worker and a sandbox of one's own, on the build that is there and a fresh copy of the seeded database. */
export async function startTestStack(variables: Variables = {}): Promise<TestStack> {
  const running = runningStack();
  if (running) return running;
  const setup = setupSchema.parse(process.env);
  const databaseUrl = await copyDatabase(setup.E2E_SERVER_URL, setup.E2E_TEMPLATE, setup.E2E_PREFIX);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'luffy-e2e-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const stack = await startStack({
    given: {
      ...outsideVariables(),
      LUFFY_DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      LOG_LEVEL: 'error',
      ...variables,
    },
    mode: 'start',
    signal: new AbortController().signal,
    onDeath: (error) => console.error(error.message),
  });
  const stop = async () => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { siteUrl: stack.siteUrl, sandboxUrl: `http://127.0.0.1:${sandboxPort}`, databaseUrl, stop };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
