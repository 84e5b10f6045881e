import { EventEmitter } from 'node:events';
import { Logger, type Runner, run, type WorkerEvents } from 'graphile-worker';
import type { Ctx, Log } from '@/lib/services/ctx';
import { enqueue } from '@/lib/services/enqueue';
import { parsedCronItems } from './crontab';
import { unlockGoneWorkers } from './gone-workers';
import { holdIdentity } from './hold-identity';
import { createTasks } from './tasks';

interface WorkerOptions {
  readonly url: string;
  readonly createCtx: () => Ctx;
  readonly log: Log;
}

export interface RunningWorker {
  readonly id: string;
  /** Settles when the worker ends by itself, which it never should. */
  readonly ended: Promise<void>;
  /** Takes no new job, lets the running ones finish. */
  readonly stop: () => Promise<void>;
}

const CONCURRENCY = 4;

/** A worker under its own name, after the jobs of those that are gone went back to the queue. It looks for new templates. */
export async function runWorker({ url, createCtx, log }: WorkerOptions): Promise<RunningWorker> {
  const identity = await holdIdentity(url, log);
  const events: WorkerEvents = new EventEmitter();
  // Jobs are locked under the pool's id. It is random by default, and then nobody could tell whose lock a job carries.
  events.on('pool:create', ({ workerPool }) => {
    workerPool.id = identity.id;
  });
  try {
    await unlockGoneWorkers(createCtx());
    await enqueue(createCtx().db, 'message.templates', {}, { key: 'message.templates' });
    const runner = await run({
      connectionString: url,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      logger: queueLogger(log),
      taskList: createTasks(createCtx),
      parsedCronItems,
      events,
    });
    return { id: identity.id, ended: runner.promise, stop: () => stop(runner, identity.release) };
  } catch (error) {
    await identity.release();
    throw error;
  }
}

async function stop(runner: Runner, release: () => Promise<void>): Promise<void> {
  try {
    await runner.stop();
  } finally {
    await release();
  }
}

/** The queue's own complaints, without what they carry beside the message: that holds payloads. */
const queueLogger = (log: Log): Logger =>
  new Logger((scope) => (level, message) => {
    const line = { component: 'queue', task: scope.taskIdentifier, jobId: scope.jobId };
    if (level === 'error') log.error(line, message);
    else if (level === 'warning') log.warn(line, message);
  });
