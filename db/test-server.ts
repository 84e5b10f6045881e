import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { startEmbeddedPostgres } from './embedded';
import { isAlive } from './embedded-process';
import { migrateDatabase } from './migrate';

/** A PostgreSQL for tests: an embedded one that forgets everything, or TEST_DATABASE_URL. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

const PREFIX = 'luffy-test-';
const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  sweep();
  const dir = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await startEmbeddedPostgres({ dir, durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

// What runs that were killed have left.
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (pid > 0 && !isAlive(pid)) rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** The name of a migrated, empty database to copy from; made once for each state of the migrations. */
export async function ensureTemplate(serverUrl: string): Promise<string> {
  const name = `luffy_template_${migrationsHash()}`;
  await using(serverUrl, async (client) => {
    await client`select pg_advisory_lock(hashtext(${name}))`;
    const found = await client`select 1 from pg_database where datname = ${name}`;
    if (found.length === 0) await createTemplate(client, serverUrl, name);
  });
  return name;
}

// Renamed when complete, so that a killed run leaves no half template under the name.
async function createTemplate(client: postgres.Sql, serverUrl: string, name: string): Promise<void> {
  const draft = `${name}_draft`;
  await client.unsafe(`drop database if exists ${draft} with (force)`);
  await client.unsafe(`create database ${draft}`);
  await migrateDatabase(databaseUrl(serverUrl, draft));
  await client.unsafe(`alter database ${draft} rename to ${name}`);
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    hash.update(file).update(readFileSync(path.join(MIGRATIONS, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** A copy of `template`. Its name begins with `prefix`, by which `dropDatabases` finds it again. Returns its URL. */
export async function copyDatabase(serverUrl: string, template: string, prefix: string): Promise<string> {
  const name = `${prefix}_${randomBytes(5).toString('hex')}`;
  await using(serverUrl, (client) => client.unsafe(`create database ${name} template ${template}`));
  return databaseUrl(serverUrl, name);
}

export async function dropDatabases(serverUrl: string, prefix: string): Promise<void> {
  await using(serverUrl, async (client) => {
    const found = await client<
      { name: string }[]
    >`select datname as name from pg_database where starts_with(datname, ${prefix})`;
    for (const { name } of found) await client.unsafe(`drop database if exists ${name} with (force)`);
  });
}

async function using(serverUrl: string, work: (client: postgres.Sql) => Promise<unknown>): Promise<void> {
  const client = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
