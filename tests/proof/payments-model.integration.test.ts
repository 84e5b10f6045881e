import { and, eq, isNull, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { enrolment, enrolmentGrant, payment, reconciliationCase } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { database } from '@/lib/context';
import { addDays, shanghaiDay } from '@/lib/domain/shanghai-day';
import { reconcileDay } from '@/lib/services/reconciliation/reconcile-day';
import { retryLateRefund } from '@/lib/services/refund/retry-late-refund';
import { brokenInvariants } from '@/tests/support/shop-invariants';
import { stubSiteEnv } from '@/tests/support/site-env';
import type { Books } from './books';
import { RUN_MS, type ShopCommand, shopCommands } from './commands';
import { startOutside } from './outside';
import { ShopRun } from './shop-run';
import { PROOF, REPLAY } from './size';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let test: TestDatabase;
let outside: Awaited<ReturnType<typeof startOutside>>;
/** Each run has a stretch of time of its own, so that each has its own bills. */
let clock = Date.now();
beforeAll(async () => {
  test = await testDatabase();
  outside = await startOutside();
  stubSiteEnv(test.url);
  vi.stubEnv('ALIPAY_GATEWAY', `${outside.url}/gateway.do`);
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterAll(async () => {
  vi.useRealTimers();
  await Promise.all([outside.stop(), test.db.$client.end(), database().$client.end()]);
});

/** How orders, attempts and refunds ended, in all runs: how often each. */
const ends = new Map<string, number>();
const ENDS = [
  ...['paid', 'partially_refunded', 'refunded', 'cancelled', 'expired'].map((status) => `order ${status}`),
  ...['paid', 'closed', 'refunded'].map((status) => `attempt ${status}`),
  ...['requested', 'rejected', 'succeeded', 'failed'].map((status) => `refund ${status}`),
];

it(
  `${PROOF.modelRuns} random lives of orders end as a simple model says, and no fen is lost or invented`,
  async () => {
    const property = fc.asyncProperty(shopCommands(), async (commands: ShopCommand[]) => {
      clock += RUN_MS;
      const alipay = outside.open(clock);
      const began = shanghaiDay(new Date(clock));
      const shop = await ShopRun.begin(test.db, test.url, alipay);
      try {
        await fc.asyncModelRun(() => ({ model: shop.books, real: shop }), commands);
        expect(await brokenInvariants(test.db)).toEqual([]);
        await comeToRest(shop);
        await expectAllSettled(shop);
        await expectBooksToAgree(shop, began);
        expect(await brokenInvariants(test.db)).toEqual([]);
        count(shop.books);
      } finally {
        alipay.close();
      }
    });
    await fc.assert(property, { numRuns: PROOF.modelRuns, endOnFailure: !PROOF.isLong, ...REPLAY });
    // It was a fair fight: everything that can happen did. A few runs are too few to promise it.
    if (PROOF.isLong) expect([...ends.keys()]).toEqual(expect.arrayContaining(ENDS));
    console.log(`  ends: ${ENDS.map((end) => `${end} ${ends.get(end) ?? 0}`).join(', ')}`);
  },
  PROOF.timeoutMs,
);

function count({ orders, attempts, refunds }: Books): void {
  const all = { order: orders, attempt: attempts, refund: refunds };
  for (const [what, found] of Object.entries(all)) {
    for (const { status } of found.values()) ends.set(`${what} ${status}`, (ends.get(`${what} ${status}`) ?? 0) + 1);
  }
}

/** Alipay answers again, and time goes by. Not one more notify arrives: the shop has to find out by itself. */
async function comeToRest(shop: ShopRun): Promise<void> {
  for (const { outTradeNo } of shop.books.attempts.values()) {
    await shop.outside.setFaults(outTradeNo, { queryFault: null, refundFault: null });
  }
  for (let round = 0; round < 3; round++) {
    await shop.outside.pass(32 * MINUTE_MS);
    await shop.work();
    for (const attempt of await late(shop)) await retryLateRefund(shop.admin, { paymentId: attempt.id });
  }
  await shop.work();
  expect(shop.failures).toEqual([]);
  shop.books.adopt(await shop.view(), await shop.world());
  expect(await shop.view()).toEqual(shop.books.view());
}

const late = (shop: ShopRun) =>
  shop.db.select({ id: payment.id }).from(payment).where(eq(payment.status, 'late')).orderBy(payment.id);

/** Nothing waits, and the money that Alipay keeps for us is what the lines cost that were not given back. */
async function expectAllSettled(shop: ShopRun): Promise<void> {
  const { orders, attempts, refunds } = shop.books;
  const { truths } = await shop.world();
  const statuses = [...orders.values(), ...attempts.values(), ...refunds.values()].map(({ status }) => status);
  for (const open of ['pending', 'created', 'late', 'approved', 'sending', 'unknown']) {
    expect(statuses).not.toContain(open);
  }
  let kept = 0;
  for (const { outTradeNo, orderNo, status } of attempts.values()) {
    const truth = truths.get(outTradeNo);
    const isPaid = truth?.state === 'paid';
    expect({ outTradeNo, isPaid }).toEqual({ outTradeNo, isPaid: status === 'paid' || status === 'refunded' });
    if (isPaid) kept += shop.books.order(orderNo).cashFen - (truth?.refundedFen ?? 0);
  }
  expect(kept).toBe(await cashOfOpenLines(shop));
  const jobs = await shop.db.execute(sql`select task_identifier, key, last_error from graphile_worker.jobs`);
  expect([...jobs]).toEqual([]);
}

/** Fen, by what is open to the student: access and money are two sides of one thing. */
async function cashOfOpenLines(shop: ShopRun): Promise<number> {
  const open = await shop.db
    .select({ lineId: enrolmentGrant.orderLineId })
    .from(enrolmentGrant)
    .innerJoin(enrolment, eq(enrolment.id, enrolmentGrant.enrolmentId))
    .where(and(eq(enrolment.accountId, shop.student.actor.id), isNull(enrolmentGrant.revokedAt)));
  const ids = new Set(open.map(({ lineId }) => lineId));
  const lines = [...shop.books.orders.values()].flatMap((order) => order.lines);
  return lines.filter(({ id }) => ids.has(id)).reduce((sum, { cashFen }) => sum + cashFen, 0);
}

/** Alipay's bill of every day of the run, against what we have: no difference. */
async function expectBooksToAgree(shop: ShopRun, began: ReturnType<typeof shanghaiDay>): Promise<void> {
  await shop.outside.pass(2 * DAY_MS);
  const today = shanghaiDay(new Date());
  for (let day = began; day < today; day = addDays(day, 1)) {
    expect(await reconcileDay(shop.system, { day })).toMatch(/matched|missing/);
  }
  const open = await shop.db.select().from(reconciliationCase).where(eq(reconciliationCase.status, 'open'));
  expect(open).toEqual([]);
}
