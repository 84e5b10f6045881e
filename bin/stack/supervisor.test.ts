import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAlive } from '@/db/embedded-process';
import type { StartError } from './start-error';
import { createSupervisor } from './supervisor';

const root = fileURLToPath(new URL('../..', import.meta.url));
let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'luffy-supervisor-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A program that notes its pid, waits, and notes when it is asked to stop. */
function waiter(title: string) {
  const script = path.join(home, `${title}.mjs`);
  const log = JSON.stringify(path.join(home, 'log'));
  writeFileSync(
    script,
    `import { appendFileSync } from 'node:fs';
     appendFileSync(${log}, 'start ${title} ' + process.pid + '\\n');
     process.on('SIGTERM', () => { appendFileSync(${log}, 'stop ${title} 0\\n'); process.exit(0); });
     setInterval(() => {}, 1000);`,
  );
  return { title, args: [script], env: process.env, nodeEnv: 'production' } as const;
}

const lines = () =>
  readFileSync(path.join(home, 'log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
const pidOf = (title: string) => Number(lines().find(([what, name]) => what === 'start' && name === title)?.[2]);
const started = (count: number) => expect.poll(() => lines().length, { timeout: 10_000 }).toBe(count);

describe('createSupervisor', () => {
  test('stops its children in the order of their launch', async () => {
    const supervisor = createSupervisor(() => {});
    supervisor.launch(waiter('one'));
    supervisor.launch(waiter('two'));
    await started(2);
    await supervisor.stop();
    expect(
      lines()
        .slice(2)
        .map(([what, name]) => `${what} ${name}`),
    ).toEqual(['stop one', 'stop two']);
  });

  test('reports a child that ended by itself, and which', async () => {
    const died = new Promise<StartError>((resolve) => {
      createSupervisor(resolve).launch(waiter('one'));
    });
    await started(1);
    process.kill(pidOf('one'), 'SIGKILL');
    expect((await died).message).toBe('one意外退出（信号 SIGKILL），已停止全部进程');
  });

  test('run waits for the end and refuses a failure', async () => {
    const supervisor = createSupervisor(() => {});
    const exits = (code: number) => ({ ...waiter('one'), args: ['-e', `process.exit(${code})`] });
    await expect(supervisor.run(exits(0))).resolves.toBeUndefined();
    await expect(supervisor.run(exits(3))).rejects.toThrow('one失败（退出码 3）');
  });

  test('children of a supervisor that is killed go too', async () => {
    const supervisorUrl = pathToFileURL(path.join(root, 'bin/stack/supervisor.ts')).href;
    const main = path.join(home, 'main.mts');
    const program = JSON.stringify({ ...waiter('one'), env: {} });
    writeFileSync(
      main,
      `import { createSupervisor } from '${supervisorUrl}'; createSupervisor(() => {}).launch(${program});`,
    );
    const parent = spawn(process.execPath, ['--import', 'tsx', main], { cwd: root, stdio: 'inherit' });
    await started(1);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    for (let tries = 0; isAlive(pidOf('one')) && tries < 100; tries++) await sleep(50);
    expect(isAlive(pidOf('one'))).toBe(false);
  });
});
