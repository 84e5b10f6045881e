// Stops the PostgreSQL server `pid` when the process at the other end of stdin is gone, however it went.
// Plain Node and on its own, so that it outlives a launcher that was killed.
const PATIENCE_MS = 5_000;
const pid = Number(process.argv[2]);

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => {});

function send(name) {
  try {
    process.kill(pid, name);
  } catch {
    process.exit(0);
  }
}

// First the shutdown that waits for the others, which are ending too, to disconnect; then the one that does not.
function stop() {
  send('SIGTERM');
  setTimeout(() => send('SIGINT'), PATIENCE_MS);
  setInterval(() => send(0), 100);
  setTimeout(() => process.exit(0), 2 * PATIENCE_MS);
}

process.stdin
  .once('end', stop)
  .on('error', () => {})
  .resume();
