import { parseEnv } from '@/lib/env';
import { openDatabase, prepareDatabase } from './database';
import { requireFreePort, waitForAnswer } from './ports';
import { isDemo, type Sides, type Variables } from './sides';
import type { StartError } from './start-error';
import { createSupervisor, type Program } from './supervisor';
import { type Settings, settle } from './variables';

export interface StackOptions {
  /** The environment as given: what is missing is generated. */
  readonly given: Variables;
  /** `start` serves the build, `dev` compiles on demand and reloads. */
  readonly mode: 'start' | 'dev';
  /** Aborting it gives up a start half way. */
  readonly signal: AbortSignal;
  /** One of the processes ended by itself. */
  readonly onDeath: (error: StartError) => void;
  /** Runs once the database is ready and before the site starts. */
  readonly beforeSite?: (run: (program: Program) => Promise<void>, env: Variables) => Promise<void>;
}

export interface Stack {
  readonly siteUrl: string;
  readonly sandboxUrl: string | null;
  readonly databaseUrl: string;
  readonly sides: Sides;
  stop(): Promise<void>;
}

const READY_MS = { start: 60_000, dev: 180_000 };

/** Database, site, worker and sandbox, up and answering. A start that fails leaves nothing behind. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const settings = settle(options.given);
  const { siteUrl, sandboxUrl } = settings;
  parseEnv({ ...settings.site, DATABASE_URL: 'postgres://checked-later' });
  await requireFreePort(settings.host, settings.port, 'PORT');
  if (sandboxUrl) await requireFreePort('127.0.0.1', settings.sandboxPort, 'SANDBOX_PORT');

  const supervisor = createSupervisor(options.onDeath);
  const database = await openDatabase({ ...settings, given: options.given.DATABASE_URL, onDeath: options.onDeath });
  const stop = async () => {
    await supervisor.stop();
    await database.stop();
  };
  try {
    const env = { ...settings.site, DATABASE_URL: database.url };
    await prepareDatabase(database.url, { demo: isDemo(settings.sides) });
    options.signal.throwIfAborted();
    await options.beforeSite?.((program) => supervisor.run(program), env);
    options.signal.throwIfAborted();
    for (const program of programs(options.mode, settings, env)) supervisor.launch(program);
    await ready(options, settings);
    return { siteUrl, sandboxUrl, databaseUrl: database.url, sides: settings.sides, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready({ mode, signal }: StackOptions, { siteUrl, sandboxUrl }: Settings): Promise<void> {
  const timeoutMs = READY_MS[mode];
  if (sandboxUrl) await waitForAnswer({ url: sandboxUrl, title: '沙箱', timeoutMs, upTo: 404, signal });
  // While one develops, a page that fails is no reason to stop.
  const upTo = mode === 'start' ? 200 : 599;
  await waitForAnswer({ url: `${siteUrl}/api/health`, title: '网站', timeoutMs, upTo, signal });
}

// In the order in which they are stopped.
function programs(mode: 'start' | 'dev', settings: Settings, env: Variables): Program[] {
  const all = [site(mode, settings, env), typescript(mode, '后台任务', 'lib/jobs/worker.ts', env)];
  if (settings.sandboxUrl) all.push(typescript(mode, '沙箱', 'sandbox/main.ts', settings.sandbox));
  return all;
}

function site(mode: 'start' | 'dev', { host, port }: Settings, env: Variables): Program {
  if (mode === 'start') return { title: '网站', args: ['bin/site.mjs'], env, nodeEnv: 'production' };
  const args = ['node_modules/next/dist/bin/next', 'dev', '--hostname', host, '--port', String(port)];
  return { title: '网站', args, env, nodeEnv: 'development', revive: true };
}

function typescript(mode: 'start' | 'dev', title: string, script: string, env: Variables): Program {
  if (mode === 'start') return { title, args: ['--import', 'tsx', script], env, nodeEnv: 'production' };
  const args = ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', script];
  return { title, args, env, nodeEnv: 'development', revive: true };
}
