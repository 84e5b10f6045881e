import { createCtx, database } from '@/lib/context';
import { env } from '@/lib/env';
import { errorFields, logger } from '@/lib/logger';
import { runWorker } from './run-worker';

/** The worker's process: ends cleanly when told to, and with a failure when the queue gives up. */
const PATIENCE_MS = 8000;

const log = logger().child({ component: 'worker' });
const worker = await runWorker({
  url: env().DATABASE_URL,
  createCtx: () => createCtx({ kind: 'system' }, log),
  log,
});
log.info({ worker: worker.id }, 'worker ready');

let isStopping = false;

async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(exitCode || 1), PATIENCE_MS).unref();
  await worker.stop().catch((error: unknown) => log.warn({ error: errorFields(error) }, 'worker did not stop cleanly'));
  await database().$client.end({ timeout: 1 });
  log.info({ worker: worker.id }, 'worker stopped');
  process.exit(exitCode);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
worker.ended.then(
  () => stop(1),
  (error: unknown) => {
    log.error({ error: errorFields(error) }, 'queue ended');
    return stop(1);
  },
);
