import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded';
import { isAlive } from './embedded-process';

const root = fileURLToPath(new URL('..', import.meta.url));
let dir: string;
const running: EmbeddedPostgres[] = [];

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'luffy-embedded-'));
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function start() {
  const server = await startEmbeddedPostgres({ dir });
  running.push(server);
  return server;
}

async function query(url: string, statement: string) {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await client.unsafe(statement);
  } finally {
    await client.end({ timeout: 1 });
  }
}

describe('startEmbeddedPostgres', () => {
  test('keeps data and address over a restart', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 1 as one');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select one from kept')).toMatchObject([{ one: 1 }]);
  });

  test('starts again after kill -9, with what was committed', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 1 as one');
    process.kill(first.pid, 'SIGKILL');
    const second = await start();
    expect(await query(second.url, 'select one from kept')).toMatchObject([{ one: 1 }]);
  });

  test('uses a server that runs, and leaves it running', async () => {
    const owner = await start();
    const guest = await start();
    expect(guest).toMatchObject({ pid: owner.pid, isNew: false });
    await guest.stop();
    expect(isAlive(owner.pid)).toBe(true);
    guest.adopt();
    await guest.stop();
    expect(isAlive(owner.pid)).toBe(false);
  });

  test('is not fooled by a pid file whose number now belongs to somebody else', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(path.join(dir, 'cluster/postmaster.pid'), `${process.pid}\n${dir}/cluster\n0\n5432\n\n127.0.0.1\n`);
    await expect(start()).resolves.toMatchObject({ isNew: true });
  });

  test('ends with a process that was killed', async () => {
    const main = path.join(dir, 'main.mts');
    const url = pathToFileURL(path.join(root, 'db/embedded.ts')).href;
    writeFileSync(
      main,
      `import { startEmbeddedPostgres } from '${url}';
       const server = await startEmbeddedPostgres({ dir: ${JSON.stringify(dir)} });
       console.log(server.pid);
       process.kill(process.pid, 'SIGKILL');`,
    );
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', main], { cwd: root, encoding: 'utf8' });
    const pid = Number(stdout);
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  });
});
