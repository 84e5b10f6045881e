// Stops the PostgreSQL server `pid` when the process at the other end of stdin is gone, however it went.
// Plain Node and on its own, so that it outlives a launcher that was killed.
const pid = Number(process.argv[2]);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

function stop() {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It is gone already.
  }
  process.exit(0);
}

process.stdin.on('end', stop).on('error', stop).resume();
