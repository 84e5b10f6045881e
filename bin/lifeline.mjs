// Preloaded into every child: when the process that holds the other end of stdin is gone, however it went, stop too.
const PATIENCE_MS = 3_000;

function stop() {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
}

// Node options are handed down to grandchildren, whose stdin is something else.
if (process.ppid === Number(process.env.LUFFY_LIFELINE)) {
  process.stdin.on('end', stop).on('error', stop).resume();
  process.stdin.unref?.();
}
