import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { startEmbeddedPostgres } from '@/db/embedded';
import { lockMaster, prepareDatabase } from './stack/database';
import { chooseSides, isDemo } from './stack/sides';
import { oneLine } from './stack/start-error';

/** Runs `node <args>` with TypeScript and DATABASE_URL, and resolves to its exit code. A running shop is not disturbed. */
export async function runWithDatabase(args: readonly string[]): Promise<number> {
  // Ctrl-C reaches the script too: it ends first, then the database that was started for it.
  process.on('SIGINT', () => {});
  try {
    const database = await borrowDatabase();
    try {
      await prepareDatabase(database.url, { demo: isDemo(chooseSides(process.env)) });
      return await run(args, database.url);
    } finally {
      await database.stop();
    }
  } catch (error) {
    console.error(`✗ ${oneLine(error)}`);
    return 1;
  }
}

async function borrowDatabase() {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const dataDir = path.resolve(process.env.LUFFY_DATA_DIR || '.data');
  const server = await startEmbeddedPostgres({ dir: path.join(dataDir, 'postgres') });
  const lock = server.isNew ? await lockMaster(server.url, dataDir) : null;
  const stop = async () => {
    await lock?.end({ timeout: 1 });
    await server.stop();
  };
  return { url: server.url, stop };
}

async function run(args: readonly string[], databaseUrl: string): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}
