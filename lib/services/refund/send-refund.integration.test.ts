import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { couponRecord, message, refund } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { readEvents } from '@/tests/support/payment-factories';
import { mintPaidOrder, valueOf } from '@/tests/support/refund-factories';
import { brokenInvariants } from '@/tests/support/shop-invariants';
import { settlePayment } from '../payment/settle-payment';
import { startRefund } from './start-refund';
import { sweepRefunds } from './sweep-refunds';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const jobsOf = (refundId: number) =>
  test.db.execute(sql`select 1 from graphile_worker.jobs where key = ${`refund:${refundId}`}`);

describe('a refund that succeeds', () => {
  it('of one line gives back its cash, 贝里, coupon and access, and nothing else', async () => {
    const { approved, send, world, lineA, lineB, alipay, attempt, couponIds, grantOf, student, now } =
      await mintPaidOrder(test.db);
    const refundId = await approved([lineA.id]);
    expect(await jobsOf(refundId)).toHaveLength(1);
    expect(await send(refundId)).toBe('succeeded');
    expect(alipay.refunds).toMatchObject([{ outTradeNo: attempt.outTradeNo, amount: lineA.cashFen }]);
    const after = await world();
    expect(after).toMatchObject({ placed: { status: 'partially_refunded' }, beli: { balance: 500, held: 0 } });
    const [lineCoupon, orderCoupon] = couponIds.map((id) => after.coupons.find((each) => each.id === id));
    expect(lineCoupon).toMatchObject({ status: 'unused', orderId: null, usedAt: null });
    expect(orderCoupon?.status).toBe('used');
    expect((await grantOf(lineA.id)).revokedAt).toEqual(now);
    expect((await grantOf(lineB.id)).revokedAt).toBeNull();
    const told = await test.db.select().from(message).where(eq(message.accountId, student.id));
    expect(told.map(({ cause }) => cause)).toContain(`refund:${refundId}:refunded`);
    expect(await send(refundId)).toBe('nothing');
    expect(await world()).toEqual(after);
  });

  it('of the last line gives the order coupon back too; an expired one comes back as expired', async () => {
    const { approved, send, world, lineA, lineB, couponIds } = await mintPaidOrder(test.db);
    await test.db
      .update(couponRecord)
      .set({ validUntil: '2020-01-02' })
      .where(eq(couponRecord.id, couponIds[0] ?? 0));
    await send(await approved([lineB.id]));
    await send(await approved([lineA.id]));
    const after = await world();
    expect(after).toMatchObject({ placed: { status: 'refunded' }, beli: { balance: 500 } });
    expect(after.coupons.map(({ status, orderId }) => [status, orderId])).toEqual([
      ['expired', null],
      ['unused', null],
    ]);
  });

  it('of two lines that run at once ends at one state', async () => {
    const { approved, send, world, lineA, lineB, alipay, attempt } = await mintPaidOrder(test.db);
    const ids = [await approved([lineA.id]), await approved([lineB.id])];
    expect(await Promise.all(ids.map(send))).toEqual(['succeeded', 'succeeded']);
    expect((await world()).placed.status).toBe('refunded');
    expect(alipay.statusOf(attempt.outTradeNo)).toBe('TRADE_CLOSED');
    const given = alipay.refunds.reduce((sum, { amount }) => sum + amount, 0);
    expect(given).toBe(attempt.amountFen);
  });

  it('is told of by TRADE_SUCCESS after a part and TRADE_CLOSED after all: both change nothing', async () => {
    const { approved, send, world, lineA, lineB, system, alipay, attempt } = await mintPaidOrder(test.db);
    for (const [line, status, verdict] of [
      [lineA, 'TRADE_SUCCESS', 'repeated'],
      [lineB, 'TRADE_CLOSED', 'ignored'],
    ] as const) {
      await send(await approved([line.id]));
      const after = await world();
      const trade = { ...alipay.put(attempt.outTradeNo, attempt.amountFen, status) };
      const heard = { source: 'notify', body: 'refund' } as const;
      expect(await settlePayment(system, { trade, heard })).toBe(verdict);
      expect(await settlePayment(system, { trade, heard })).toBe(verdict);
      expect(await world()).toEqual(after);
      if (status === 'TRADE_SUCCESS') alipay.put(attempt.outTradeNo, attempt.amountFen, 'TRADE_SUCCESS');
    }
  });
});

describe('what cannot be known', () => {
  it.each([
    ['was lost on the way', 'lost'],
    ['was answered, but not heard', 'unheard'],
  ] as const)('a refund that %s is sent once under its one number', async (_, fault) => {
    const { approved, send, alipay, refunds, lineA } = await mintPaidOrder(test.db);
    const refundId = await approved([lineA.id]);
    alipay.refundFaults.push(fault);
    const first = await send(refundId);
    expect(first).toBe(fault === 'lost' ? 'unknown' : 'succeeded');
    if (fault === 'lost') {
      expect(await refunds()).toMatchObject([{ status: 'unknown', attempts: 1 }]);
      expect(await send(refundId)).toBe('succeeded');
    }
    expect(alipay.refunds).toHaveLength(1);
    expect(new Set(alipay.refundCalls.map(({ outRequestNo }) => outRequestNo)).size).toBe(1);
  });

  it('silence lasts as long as it lasts; nothing is concluded from it', async () => {
    const { approved, send, alipay, refunds, world, lineA, attempt } = await mintPaidOrder(test.db);
    const before = await world();
    const refundId = await approved([lineA.id]);
    alipay.goSilent();
    for (let time = 0; time < 3; time++) expect(await send(refundId)).toBe('unknown');
    expect(await refunds()).toMatchObject([{ status: 'unknown', attempts: 1, finishedAt: null }]);
    expect(await world()).toEqual(before);
    alipay.speakAgain();
    expect(await send(refundId)).toBe('succeeded');
    expect(alipay.refunds).toHaveLength(1);
    const events = (await readEvents(test.db, attempt.outTradeNo)).map(({ verdict }) => verdict);
    expect(events).toContain('refund_unknown');
    expect(events).toContain('refund_done');
  });

  it.each([true, false])(
    'a worker that died while it was sending (arrived: %s) is continued by a question',
    async (arrived) => {
      const { approved, send, alipay, refunds, lineA, attempt } = await mintPaidOrder(test.db);
      const refundId = await approved([lineA.id]);
      const [approvedOne] = await refunds();
      await test.db.update(refund).set({ status: 'sending', attempts: 1 }).where(eq(refund.id, refundId));
      if (arrived && approvedOne) {
        const { outRequestNo, cashFen: amount } = approvedOne;
        await alipay.gateways.alipay.refund({ outTradeNo: attempt.outTradeNo, outRequestNo, amount, reason: '' });
      }
      expect(await send(refundId)).toBe('succeeded');
      expect(alipay.refunds).toHaveLength(1);
      expect(alipay.refundCalls).toHaveLength(1);
    },
  );

  it('a job that was lost between the commit and the call is found again', async () => {
    const { approved, system, lineA } = await mintPaidOrder(test.db);
    const refundId = await approved([lineA.id]);
    await test.db.execute(sql`select graphile_worker.remove_job(${`refund:${refundId}`})`);
    expect(await jobsOf(refundId)).toHaveLength(0);
    expect(await sweepRefunds(system)).toBeGreaterThan(0);
    expect(await jobsOf(refundId)).toHaveLength(1);
    expect(await sweepRefunds(system)).toBe(0);
  });

  it('workers that send the same refund at once give the money back once', async () => {
    const { approved, send, alipay, world, lineA } = await mintPaidOrder(test.db);
    const refundId = await approved([lineA.id]);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => send(refundId)));
    expect(outcomes.filter((outcome) => outcome === 'succeeded')).toHaveLength(1);
    expect(alipay.refunds).toHaveLength(1);
    expect((await world()).beli).toMatchObject({ balance: 500 });
  });
});

describe('a refund the gateway refuses', () => {
  it('fails, changes nothing, and the line can be refunded again under another number', async () => {
    const { approved, send, alipay, refunds, world, lineA } = await mintPaidOrder(test.db);
    const before = await world();
    const refundId = await approved([lineA.id]);
    alipay.refundFaults.push('ACQ.SELLER_BALANCE_NOT_ENOUGH');
    expect(await send(refundId)).toBe('failed');
    expect(await refunds()).toMatchObject([{ status: 'failed', failure: 'ACQ.SELLER_BALANCE_NOT_ENOUGH' }]);
    expect(await world()).toEqual(before);
    expect(await send(refundId)).toBe('nothing');
    expect(await send(await approved([lineA.id]))).toBe('succeeded');
    const numbers = alipay.refundCalls.map(({ outRequestNo }) => outRequestNo);
    expect(new Set(numbers).size).toBe(2);
  });
});

it('refunded never passes paid, however many begin at once', async () => {
  const { placed, admin, ask, send, lineA, lineB, refunds, alipay, attempt, world } = await mintPaidOrder(test.db);
  const choices = [[lineA.id], [lineB.id], 'all'] as const;
  await Promise.all(
    Array.from({ length: 20 }, (_, turn) => {
      const lineIds = choices[turn % 3] ?? 'all';
      return turn % 2 === 0
        ? startRefund(admin, { orderNo: placed.orderNo, lineIds, reason: '并发' })
        : ask(lineIds).then(async (asked) => asked.ok && valueOf(asked).refundId);
    }),
  );
  await Promise.all((await refunds()).filter(({ status }) => status === 'approved').map(({ id }) => send(id)));
  const live = (await refunds()).filter(({ status }) => status !== 'rejected' && status !== 'failed');
  expect(live.reduce((sum, { cashFen }) => sum + cashFen, 0)).toBe(attempt.amountFen);
  expect(alipay.refunds.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(attempt.amountFen);
  expect((await world()).beli?.balance).toBeLessThanOrEqual(500);
});

it('leaves the shop in order', async () => {
  expect(await brokenInvariants(test.db)).toEqual([]);
});
