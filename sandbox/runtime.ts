import { randomBytes } from 'node:crypto';

/** Everything of the outside world that a test replaces. Times are epoch milliseconds, delays real milliseconds. */
export interface Runtime {
  now(): number;
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  schedule(delayMs: number, task: () => void): () => void;
  randomBytes(size: number): Buffer;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** Node clamps longer timers to 1 ms, which would fire a distant retry at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemRuntime: Runtime = {
  now: () => Date.now(),
  schedule(delayMs, task) {
    const timer = setTimeout(task, Math.min(Math.max(delayMs, 0), LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
  randomBytes,
  fetch: (url, init) => fetch(url, init),
};

export function sleep(runtime: Runtime, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    runtime.schedule(delayMs, resolve);
  });
}

/** `length` random decimal digits. */
export function randomDigits(runtime: Runtime, length: number): string {
  return Array.from(runtime.randomBytes(length), (byte) => String(byte % 10)).join('');
}
