import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { Ctx } from '@/lib/services/ctx';
import { enqueueExpiry } from '@/lib/services/order/enqueue-expiry';
import { settlePayment } from '@/lib/services/payment/settle-payment';
import { silentLog } from '@/tests/support/factories';
import { fakeAlipay } from '@/tests/support/fake-alipay';
import {
  mintAttempt,
  mintFullOrder,
  paidTrade,
  readOrder,
  readPayments,
  systemCtx,
} from '@/tests/support/payment-factories';
import { siteEnv } from '@/tests/support/site-env';
import { unlockGoneWorkers } from './gone-workers';
import { type RunningWorker, runWorker } from './run-worker';

let test: TestDatabase;
const workers: RunningWorker[] = [];
const children: ChildProcess[] = [];
beforeAll(async () => {
  test = await testDatabase();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => test.db.$client.end());

async function start(createCtx: () => Ctx): Promise<RunningWorker> {
  const worker = await runWorker({ url: test.url, createCtx, log: silentLog });
  workers.push(worker);
  return worker;
}

const LONG_AGO = new Date('2026-01-01T00:00:00Z');
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 50 });
const heartbeats = async () =>
  (await test.db.execute<{ worker_id: string }>(sql`select worker_id from worker_heartbeat`)).map(
    (row) => row.worker_id,
  );
const lockedBy = async (key: string) =>
  (
    await test.db.execute<{ locked_by: string | null }>(
      sql`select locked_by from graphile_worker.jobs where key = ${key}`,
    )
  )[0]?.locked_by;

/** An order whose time is over, with its job. */
async function overdue() {
  const minted = await mintFullOrder(test.db, { now: LONG_AGO });
  const placed = await readOrder(test.db, minted.placed.id);
  await enqueueExpiry(test.db, placed);
  const key = `order:${placed.id}:expire`;
  return { ...minted, key, status: async () => (await readOrder(test.db, placed.id)).status };
}

describe('a worker', () => {
  it('ends orders whose time is over, beats, and leaves no trace when it is stopped', async () => {
    const { status, key } = await overdue();
    const worker = await start(() => systemCtx(test.db, { gateways: fakeAlipay().gateways }));
    await soon(async () => expect(await status()).toBe('expired'));
    await soon(async () => expect(await lockedBy(key)).toBeUndefined());
    expect(await heartbeats()).toEqual([worker.id]);
    await workers.pop()?.stop();
    expect(await heartbeats()).toEqual([]);
  });

  it('tries again after the gateway was silent', async () => {
    const { status, key } = await overdue();
    const alipay = fakeAlipay();
    alipay.goSilent();
    await start(() => systemCtx(test.db, { gateways: alipay.gateways }));
    await soon(async () => {
      const [job] = await test.db.execute<{ attempts: number; last_error: string }>(
        sql`select attempts, last_error from graphile_worker.jobs where key = ${key}`,
      );
      expect(job).toMatchObject({ attempts: 1, last_error: expect.stringContaining('the gateway could not say') });
    });
    expect(await status()).toBe('pending');
  });

  it('closes the other attempts of an order that was paid', async () => {
    const { placed, attempt } = await mintFullOrder(test.db);
    const other = await mintAttempt(test.db, placed, 'wap');
    const alipay = fakeAlipay();
    alipay.put(other.outTradeNo, placed.cashFen, 'WAIT_BUYER_PAY');
    await settlePayment(systemCtx(test.db), { trade: paidTrade(attempt), heard: { source: 'notify', body: '' } });
    await start(() => systemCtx(test.db, { gateways: alipay.gateways }));
    await soon(async () =>
      expect((await readPayments(test.db, placed.id)).map((payment) => payment.status)).toEqual(['paid', 'closed']),
    );
    expect(alipay.statusOf(other.outTradeNo)).toBe('TRADE_CLOSED');
  });

  it('keeps its jobs under its own name, which nobody takes for dead while it lives', async () => {
    const { status, key } = await overdue();
    const { gateways } = fakeAlipay();
    let answer = () => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const query = async (outTradeNo: string) => {
      await waiting;
      return gateways.alipay.query(outTradeNo);
    };
    const worker = await start(() =>
      systemCtx(test.db, { gateways: { ...gateways, alipay: { ...gateways.alipay, query } } }),
    );
    await soon(async () => expect(await lockedBy(key)).toBe(worker.id));
    await unlockGoneWorkers(systemCtx(test.db));
    expect(await lockedBy(key)).toBe(worker.id);
    answer();
    await soon(async () => expect(await status()).toBe('expired'));
  });

  it('takes over what a worker left that was killed in the middle of a job', async () => {
    const { status, key } = await overdue();
    const url = await silentServer();
    const env = { ...process.env, ...siteEnv(test.url), ALIPAY_GATEWAY: url };
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/jobs/worker.ts'], { env, stdio: 'ignore' });
    children.push(child);
    await soon(async () => expect(await lockedBy(key)).toMatch(/^worker-/));
    child.kill('SIGKILL');
    await once(child, 'exit');

    await start(() => systemCtx(test.db, { gateways: fakeAlipay().gateways }));
    await soon(async () => {
      // The server may take a moment to see that the connection is dead; the worker itself looks every minute.
      await unlockGoneWorkers(systemCtx(test.db));
      expect(await status()).toBe('expired');
    });
    expect(await heartbeats()).toHaveLength(1);
  });
});

/** Accepts and never answers. */
async function silentServer(): Promise<string> {
  const server = createServer(() => {});
  server.unref();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/gateway.do`;
}
