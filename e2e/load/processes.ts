import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { waitForAnswer } from '@/bin/stack/ports';

type Variables = Record<string, string | undefined>;

interface Program {
  readonly args: readonly string[];
  readonly env: Variables;
  readonly cwd?: string;
  /** A file for what it complains of, instead of this process's own. */
  readonly complaints?: string;
}

export interface Running {
  readonly pid: number;
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A Node process that ends with this one. */
export function launch({ args, env, cwd, complaints }: Program): Running {
  const file = complaints === undefined ? 'inherit' : openSync(complaints, 'a');
  const child = spawn(process.execPath, args, {
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', file],
    ...(cwd && { cwd }),
  });
  if (file !== 'inherit') closeSync(file);
  running.add(child);
  child.once('exit', () => running.delete(child));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await gone;
    clearTimeout(timer);
  };
  return { pid: child.pid ?? 0, stop };
}

/** Runs a Node program to its end; resolves to what it printed. */
export async function run({ args, env, cwd }: Program, input = ''): Promise<string> {
  const child = spawn(process.execPath, args, {
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(cwd && { cwd }),
  });
  running.add(child);
  let [out, complaints] = ['', ''];
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    complaints += part.toString();
  });
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  running.delete(child);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${(complaints || out).slice(-2000)}`);
  return out;
}

export const untilReady = (url: string, title: string): Promise<void> =>
  waitForAnswer({ url, title, timeoutMs: 60_000, upTo: 404, signal: new AbortController().signal });

/** The memory a process really holds, in MB. */
export const residentMegabytes = (pid: number): number =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);
