import path from 'node:path';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { createDb, type Database } from '@/db/client';
import { startEmbeddedPostgres } from '@/db/embedded';
import { isAlive } from '@/db/embedded-process';
import { migrateDatabase } from '@/db/migrate';
import { seedDatabase } from '@/db/seed/main';
import { StartError } from './start-error';

export interface OpenDatabase {
  readonly url: string;
  /** Stops it when it is ours. */
  stop(): Promise<void>;
}

interface Options {
  readonly given: string | undefined;
  readonly dataDir: string;
  readonly onDeath: (error: StartError) => void;
}

const WATCH_MS = 1_000;

/** The given server, or the embedded one: then this process is its only master. */
export async function openDatabase({ given, dataDir, onDeath }: Options): Promise<OpenDatabase> {
  if (given) {
    await requireAnswer(given);
    return { url: given, stop: async () => {} };
  }
  const server = await startEmbeddedPostgres({ dir: path.join(dataDir, 'postgres') });
  const lock = await lockMaster(server.url, dataDir);
  server.adopt();
  const watch = setInterval(() => {
    if (!isAlive(server.pid)) onDeath(new StartError('数据库意外退出，已停止全部进程'));
  }, WATCH_MS);
  const stop = async () => {
    clearInterval(watch);
    await lock.end({ timeout: 1 });
    await server.stop();
  };
  return { url: server.url, stop };
}

async function requireAnswer(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new StartError('环境变量 DATABASE_URL: 应是 postgres:// 开头的连接串');
  }
  const db = createDb(url, { max: 1 });
  try {
    await db.execute(sql`select 1`);
  } catch (error) {
    throw new StartError(`无法连接数据库（DATABASE_URL）：${reason(error)}`);
  } finally {
    await db.$client.end({ timeout: 1 });
  }
}

// Held as long as this process lives, and by no other: a second start on the same data would stop it under the first.
export async function lockMaster(url: string, dataDir: string): Promise<postgres.Sql> {
  const client = postgres(url, { max: 1, max_lifetime: null });
  const [row] = await client<{ got: boolean }[]>`select pg_try_advisory_lock(hashtext('luffycity:master')) as got`;
  if (row?.got) return client;
  await client.end({ timeout: 1 });
  throw new StartError(`数据目录 ${dataDir} 正被另一个进程使用，请先停止它，或用 LUFFY_DATA_DIR 换一个目录`);
}

/** Brings the schema up to date and fills an empty database; `demo` with accounts whose passwords are public. */
export async function prepareDatabase(url: string, options: { demo: boolean }): Promise<void> {
  await migrateDatabase(url).catch((error: unknown) => {
    throw new StartError(`数据库迁移失败：${reason(error)}`);
  });
  const db = createDb(url, { max: 2 });
  try {
    await seedDatabase(db, { demo: options.demo, now: new Date() });
    if (!options.demo) await requireNoDemoAccounts(db);
  } finally {
    await db.$client.end();
  }
}

async function requireNoDemoAccounts(db: Database): Promise<void> {
  const rows = await db.execute(sql`select 1 from account where is_demo limit 1`);
  if (rows.length === 0) return;
  throw new StartError(
    '数据库里有密码公开的演示账号，不能接入真实的支付宝或微信：请换一个空的 DATABASE_URL 或 LUFFY_DATA_DIR',
  );
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause;
  return inner instanceof Error ? inner.message || String(Reflect.get(inner, 'code')) : String(inner);
}
