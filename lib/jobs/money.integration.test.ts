import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { Gateways } from '@/lib/services/ctx';
import { startPayment } from '@/lib/services/payment/start-payment';
import { mintAccount, mintCourse, silentLog, studentCtx } from '@/tests/support/factories';
import { fakeAlipay } from '@/tests/support/fake-alipay';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { readOrder, readPayments, systemCtx } from '@/tests/support/payment-factories';
import { mintPaidOrder, readRefunds } from '@/tests/support/refund-factories';
import { brokenInvariants } from '@/tests/support/shop-invariants';
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

async function start(gateways: Gateways): Promise<void> {
  workers.push(await runWorker({ url: test.url, createCtx: () => systemCtx(test.db, { gateways }), log: silentLog }));
}

const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 100 });

/** What waits for its time need not wait for it here. */
const hurry = () =>
  test.db.execute(sql`update graphile_worker._private_jobs set run_at = now() where key like 'payment:%'`);

it('every order that was paid becomes paid although every notify was lost', async () => {
  const alipay = fakeAlipay();
  const orders = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const student = await mintAccount(test.db);
      const placed = await mintPendingOrder(test.db, student.id, [{ product: await mintCourse(test.db) }]);
      const ctx = studentCtx(test.db, student, { gateways: alipay.gateways });
      await startPayment(ctx, { orderNo: placed.orderNo, method: 'page' });
      return placed;
    }),
  );
  const paid = orders.filter((_, turn) => turn % 3 !== 0);
  for (const { id, cashFen } of paid) {
    const [attempt] = await readPayments(test.db, id);
    alipay.put(attempt?.outTradeNo ?? '', cashFen, 'TRADE_SUCCESS');
  }
  await hurry();
  await start(alipay.gateways);
  await soon(async () => {
    const statuses = await Promise.all(paid.map(async ({ id }) => (await readOrder(test.db, id)).status));
    expect(new Set(statuses)).toEqual(new Set(['paid']));
  });
  const others = orders.filter((placed) => !paid.includes(placed));
  for (const { id } of others) expect((await readOrder(test.db, id)).status).toBe('pending');
  expect(await brokenInvariants(test.db)).toEqual([]);
});

it('a refund whose request was lost is sent again by itself', async () => {
  const { approved, alipay, refunds, lineA } = await mintPaidOrder(test.db);
  await approved([lineA.id]);
  alipay.refundFaults.push('lost');
  await start(alipay.gateways);
  await soon(async () => expect(await refunds()).toMatchObject([{ status: 'succeeded', attempts: 2 }]));
  expect(alipay.refunds).toHaveLength(1);
  expect(await brokenInvariants(test.db)).toEqual([]);
});

it('a worker killed while Alipay holds its refund leaves it to another, which gives the money back once', async () => {
  const { approved, alipay, refunds, placed, lineA } = await mintPaidOrder(test.db);
  const refundId = await approved([lineA.id]);
  const env = { ...process.env, ...siteEnv(test.url), ALIPAY_GATEWAY: await silentServer() };
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/jobs/worker.ts'], { env, stdio: 'ignore' });
  children.push(child);
  await soon(async () => expect(await refunds()).toMatchObject([{ status: 'sending', attempts: 1 }]));
  child.kill('SIGKILL');
  await once(child, 'exit');

  // It had arrived.
  const [held] = await readRefunds(test.db, placed.id);
  const [paid] = await readPayments(test.db, placed.id);
  if (!held || !paid) throw new Error('nothing was sent');
  const { outRequestNo, cashFen: amount } = held;
  await alipay.gateways.alipay.refund({ outTradeNo: paid.outTradeNo, outRequestNo, amount, reason: '' });
  await start(alipay.gateways);
  await soon(async () => {
    // The server may take a moment to see that the connection is dead; the worker itself looks every minute.
    await unlockGoneWorkers(systemCtx(test.db));
    expect(await refunds()).toMatchObject([{ id: refundId, status: 'succeeded', attempts: 1 }]);
  });
  expect(alipay.refundCalls).toHaveLength(1);
  expect(await brokenInvariants(test.db)).toEqual([]);
});

/** Accepts and never answers. */
async function silentServer(): Promise<string> {
  const server = createServer(() => {});
  server.unref();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/gateway.do`;
}
