const CHECK_MS = 500;

/**
 * Calls back when npm, which started this process, is gone without having stopped it (kill -9).
 * Started by hand, a process may outlive its shell: `nohup node bin/start.mjs &`.
 */
export function parentGone(callback: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, CHECK_MS);
  timer.unref();
}
