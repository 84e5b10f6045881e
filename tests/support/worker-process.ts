import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const children: ChildProcess[] = [];
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** A worker as `npm start` runs it; it ends with this process. */
export function startWorker(env: Readonly<Record<string, string | undefined>>): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/jobs/worker.ts'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  children.push(child);
  return child;
}

/** kill -9; resolves once it is gone, at once if it is. */
export async function killWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill('SIGKILL');
  await gone;
}

/** Of every worker this file started. */
export const killWorkers = async (): Promise<void> => {
  await Promise.all(children.splice(0).map(killWorker));
};

/** Looks twenty times a second; throws when it did not come to that in time. */
export async function until(isSo: () => Promise<boolean>, seconds: number): Promise<void> {
  for (let tries = 0; tries < seconds * 20; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come to that');
}
