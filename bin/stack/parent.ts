import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Reading /proc is free; elsewhere it takes a `ps`.
const CHECK_MS = process.platform === 'linux' ? 500 : 5_000;

/**
 * Calls back when npm, which started this process, is gone without having stopped it (kill -9).
 * Started by hand, a process may outlive its shell: `nohup node bin/start.mjs &`.
 */
export function parentGone(callback: () => void): void {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  // npm runs a shell that runs us, unless that shell has replaced itself by us; npm's own parent does not matter.
  const throughShell = look(process.ppid)?.name.endsWith('sh') === true;
  const ancestors = () => `${process.ppid} ${throughShell ? look(process.ppid)?.parent : ''}`;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    callback();
  }, CHECK_MS);
  timer.unref();
}

function look(pid: number): { readonly name: string; readonly parent: string } | null {
  try {
    if (process.platform === 'linux') {
      // "pid (name) state parent …", and the name may hold anything.
      const [, name = '', parent = ''] = /\((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return { name, parent };
    }
    const line = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' });
    const [parent = '', name = ''] = line.trim().split(/\s+/);
    return { name, parent };
  } catch {
    return null;
  }
}
