import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { payment, refund } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { isBalanced, unexplained } from '@/lib/domain/balance-sheet';
import { endOfDay, startOfDay } from '@/lib/domain/shanghai-day';
import { settlePayment } from '@/lib/services/payment/settle-payment';
import { sendRefund } from '@/lib/services/refund/send-refund';
import { mintAttempt, mintFullOrder, paidTrade } from '@/tests/support/payment-factories';
import { seededRandom } from '@/tests/support/random';
import { mintPaidOrder } from '@/tests/support/refund-factories';
import { readDifferences, readSums } from './balance-sheet';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03'];
const seed = 20260301;

/** One order of a random fate: unpaid, paid, paid twice, refunded in part, whole, refused or not yet. */
async function live(turn: number): Promise<void> {
  const random = seededRandom(seed + turn);
  const day = startOfDay(random.pick(DAYS));
  const now = new Date(day.getTime() + random.int(24 * 3600) * 1000);
  if (random.chance(15)) {
    await mintFullOrder(test.db, { now });
    return;
  }
  const { placed, system, approved, send, lineA, lineB, alipay } = await mintPaidOrder(test.db, { now });
  if (random.chance(30)) await payAgain(placed, system, alipay, random.chance(60));
  for (const line of [lineA, lineB]) {
    if (random.chance(50)) continue;
    const refundId = await approved([line.id]);
    if (random.chance(20)) alipay.refundFaults.push('ACQ.SELLER_BALANCE_NOT_ENOUGH');
    if (random.chance(20)) alipay.refundFaults.push('lost');
    if (random.chance(80)) await send(refundId);
  }
}

type Minted = Awaited<ReturnType<typeof mintPaidOrder>>;

async function payAgain(placed: Minted['placed'], system: Minted['system'], alipay: Minted['alipay'], isBack: boolean) {
  const second = await mintAttempt(test.db, placed, 'wap');
  alipay.put(second.outTradeNo, second.amountFen, 'TRADE_SUCCESS');
  await settlePayment(system, { trade: paidTrade(second), heard: { source: 'notify', body: '' } });
  const [late] = await test.db.select().from(refund).where(eq(refund.paymentId, second.id));
  if (late && isBack) await sendRefund(system, { refundId: late.id });
}

it(`adds up after a random history (seed ${seed}), each day and all of it`, async () => {
  await Promise.all(
    [0, 1, 2].map(async (lane) => {
      for (let turn = lane; turn < 36; turn += 3) await live(turn);
    }),
  );
  const all = await readSums(test.db, { from: new Date(0), until: endOfDay('2026-03-03') });
  expect(unexplained(all)).toEqual({ cashFen: 0, priceFen: 0, beli: 0 });
  expect(await readDifferences(test.db)).toEqual([]);
  // It is about something.
  for (const sum of [all.lateInFen, all.lateRefundedFen, all.linesRefundedFen, all.refundedLinesBeli]) {
    expect(sum).toBeGreaterThan(0);
  }
  expect(all.lateInFen).toBeGreaterThan(all.lateRefundedFen);
  const days = await Promise.all(DAYS.map((day) => readSums(test.db, { from: startOfDay(day), until: endOfDay(day) })));
  for (const sums of days) expect(unexplained(sums)).toEqual({ cashFen: 0, priceFen: 0, beli: 0 });
  expect(days.reduce((sum, { cashInFen }) => sum + cashInFen, 0)).toBe(all.cashInFen);
}, 120_000);

it('sees money that was lost, and money that was invented', async () => {
  const { attempt, placed } = await mintPaidOrder(test.db, { now: startOfDay('2026-03-02') });
  const sums = () => readSums(test.db, { from: new Date(0), until: endOfDay('2026-03-03') });
  await test.db
    .update(payment)
    .set({ amountFen: sql`${payment.amountFen} + 7` })
    .where(eq(payment.id, attempt.id));
  expect(isBalanced(unexplained(await sums()))).toBe(false);
  expect(unexplained(await sums()).cashFen).toBe(7);
  expect(await readDifferences(test.db)).toMatchObject([
    { orderNo: placed.orderNo, what: 'order', heldFen: attempt.amountFen + 7, expectedFen: attempt.amountFen },
  ]);
});
