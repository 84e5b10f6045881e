import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Variables } from './sides';
import { StartError } from './start-error';

export interface Program {
  /** As people call it, in Chinese. */
  readonly title: string;
  /** What node is given: options, script, arguments. */
  readonly args: readonly string[];
  readonly env: Variables;
  readonly nodeEnv: 'production' | 'development';
  /** Restarted when it ends, instead of taking everything down. For development. */
  readonly revive?: boolean;
}

export interface Supervisor {
  launch(program: Program): void;
  /** Runs a program to its end. */
  run(program: Program): Promise<void>;
  /** In the order of launch, each one gone before the next is asked. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 12_000;
const REVIVE_MS = 2_000;
const LIFELINE = pathToFileURL(fileURLToPath(new URL('../lifeline.mjs', import.meta.url))).href;

/** Children that live and die with this process. `onDeath` hears of one that ended by itself. */
export function createSupervisor(onDeath: (error: StartError) => void): Supervisor {
  const children: ChildProcess[] = [];
  let stopping = false;

  const start = (program: Program): ChildProcess => {
    if (stopping) throw new StartError('正在停止');
    const child = spawnChild(program);
    children.push(child);
    return child;
  };

  const watch = async (child: ChildProcess, program: Program): Promise<void> => {
    const how = await ending(child);
    if (stopping) return;
    children.splice(children.indexOf(child), 1);
    kill(child, 'SIGKILL');
    if (program.revive) setTimeout(() => !stopping && launch(program), REVIVE_MS);
    else onDeath(new StartError(`${program.title}意外退出（${how}），已停止全部进程`));
  };

  const launch = (program: Program): void => {
    void watch(start(program), program);
  };

  const run = async (program: Program): Promise<void> => {
    const how = await ending(start(program));
    if (how !== '退出码 0') throw new StartError(`${program.title}失败（${how}）`);
  };

  const stop = async (): Promise<void> => {
    stopping = true;
    for (const child of children) await end(child);
  };
  return { launch, run, stop };
}

// A process group of its own: Ctrl-C reaches this process only, which then stops the others in order.
function spawnChild({ args, env, nodeEnv }: Program): ChildProcess {
  const child = spawn(process.execPath, ['--import', LIFELINE, ...args], {
    env: { ...env, NODE_ENV: nodeEnv, LUFFY_LIFELINE: String(process.pid) },
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  child.stdin?.on('error', () => {});
  return child;
}

function ending(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `信号 ${signal}` : `退出码 ${code}`));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid) {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => kill(child, 'SIGKILL'), PATIENCE_MS);
    await gone;
    clearTimeout(timer);
  }
  // Whatever the child itself had started.
  kill(child, 'SIGKILL');
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid && process.platform !== 'win32') process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // The whole group is gone.
  }
}
