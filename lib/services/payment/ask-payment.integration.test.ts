import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { studentCtx } from '@/tests/support/factories';
import { fakeAlipay } from '@/tests/support/fake-alipay';
import { mintFullOrder, readOrder, readPayments, systemCtx } from '@/tests/support/payment-factories';
import { readRefunds } from '@/tests/support/refund-factories';
import { cancelOrder } from '../order/cancel-order';
import { askPayment } from './ask-payment';
import { startPayment } from './start-payment';
import { sweepPayments } from './sweep-payments';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const PLACED = new Date('2026-03-10T04:00:00Z');
const later = (minutes: number) => new Date(PLACED.getTime() + minutes * 60_000);

const jobSchema = z.array(z.object({ run_at: z.coerce.date(), asked: z.coerce.number() }));
const jobOf = async (paymentId: number) =>
  jobSchema.parse([
    ...(await test.db.execute(sql`
      select j.run_at, j.payload ->> 'asked' as asked from graphile_worker._private_jobs j
      where j.key = ${`payment:${paymentId}:ask`}`)),
  ])[0];

async function scene() {
  const minted = await mintFullOrder(test.db, { now: PLACED });
  const alipay = fakeAlipay();
  const { placed, attempt } = minted;
  return {
    ...minted,
    alipay,
    pay: () => alipay.put(attempt.outTradeNo, attempt.amountFen, 'TRADE_SUCCESS'),
    ask: (minutes: number, asked = 0) =>
      askPayment(systemCtx(test.db, { now: later(minutes), gateways: alipay.gateways }), {
        paymentId: attempt.id,
        asked,
      }),
    as: (minutes: number) => studentCtx(test.db, minted.student, { now: later(minutes), gateways: alipay.gateways }),
    status: async () => (await readOrder(test.db, placed.id)).status,
  };
}

describe('a lost notify', () => {
  it('is made up for by asking, later and later, until the order can no longer be paid', async () => {
    const { ask, attempt, pay, status, alipay } = await scene();
    expect(await ask(1)).toBe('unpaid');
    expect(await jobOf(attempt.id)).toEqual({ run_at: later(3), asked: 1 });
    alipay.put(attempt.outTradeNo, attempt.amountFen, 'WAIT_BUYER_PAY');
    expect(await ask(3, 1)).toBe('unpaid');
    expect(await jobOf(attempt.id)).toEqual({ run_at: later(8), asked: 2 });
    pay();
    expect(await ask(8, 2)).toBe('paid');
    expect(await status()).toBe('paid');
    expect(await ask(18, 3)).toBe('known');
  });

  it('concludes nothing from silence', async () => {
    const { ask, alipay, status } = await scene();
    alipay.goSilent();
    expect(await ask(1)).toBe('unknown');
    expect(await status()).toBe('pending');
  });

  it('of money on a cancelled order is found too, and the money goes back', async () => {
    const { ask, as, placed, pay, status } = await scene();
    expect(await cancelOrder(as(2), { orderNo: placed.orderNo })).toMatchObject({ ok: true });
    expect(await ask(3, 1)).toBe('unpaid');
    pay();
    expect(await ask(8, 2)).toBe('late');
    expect(await status()).toBe('cancelled');
    expect(await readRefunds(test.db, placed.id)).toMatchObject([{ kind: 'late', status: 'approved' }]);
  });

  it('asks nothing more of a trade that is closed', async () => {
    const { ask, attempt, alipay, placed } = await scene();
    alipay.put(attempt.outTradeNo, attempt.amountFen, 'TRADE_CLOSED');
    expect(await ask(1)).toBe('over');
    expect(await readPayments(test.db, placed.id)).toMatchObject([{ status: 'closed' }]);
    expect(await jobOf(attempt.id)).toBeUndefined();
  });

  it('whose question was lost as well is found by the sweep', async () => {
    const { attempt, alipay } = await scene();
    // The attempt was begun by the database's clock.
    const system = systemCtx(test.db, { now: new Date(Date.now() + 5 * 60_000), gateways: alipay.gateways });
    await sweepPayments(system);
    expect((await jobOf(attempt.id))?.asked).toBe(0);
  });
});

describe('paying again', () => {
  it('begins a question with the attempt', async () => {
    const { as, placed } = await scene();
    await startPayment(as(1), { orderNo: placed.orderNo, method: 'wap' });
    const [, wap] = await readPayments(test.db, placed.id);
    expect(await jobOf(wap?.id ?? 0)).toEqual({ run_at: later(2), asked: 0 });
  });

  it('closes an attempt by the other method at the gateway before it begins another', async () => {
    const { as, placed, attempt, alipay } = await scene();
    alipay.put(attempt.outTradeNo, attempt.amountFen, 'WAIT_BUYER_PAY');
    expect(await startPayment(as(1), { orderNo: placed.orderNo, method: 'wap' })).toMatchObject({ ok: true });
    expect(alipay.statusOf(attempt.outTradeNo)).toBe('TRADE_CLOSED');
    expect((await readPayments(test.db, placed.id)).map(({ status }) => status)).toEqual(['closed', 'created']);
  });

  it('settles the order instead when the other attempt was paid', async () => {
    const { as, placed, pay, status } = await scene();
    pay();
    const begun = await startPayment(as(1), { orderNo: placed.orderNo, method: 'wap' });
    expect(begun).toMatchObject({ error: { code: 'ORDER_ALREADY_PAID' } });
    expect(await status()).toBe('paid');
    expect(await readPayments(test.db, placed.id)).toHaveLength(1);
  });

  it('waits while the gateway is silent, but uses the open attempt again without asking', async () => {
    const { as, placed, alipay } = await scene();
    alipay.goSilent();
    const start = (method: 'page' | 'wap') => startPayment(as(1), { orderNo: placed.orderNo, method });
    expect(await start('wap')).toMatchObject({ error: { code: 'GATEWAY_UNAVAILABLE' } });
    expect(await start('page')).toMatchObject({ ok: true });
    expect(await readPayments(test.db, placed.id)).toHaveLength(1);
  });

  it('opens a new attempt where the gateway has closed the old one although the order goes on', async () => {
    const { as, placed, attempt, alipay } = await scene();
    const wap = await startPayment(as(1), { orderNo: placed.orderNo, method: 'wap' });
    expect(wap.ok).toBe(true);
    // The cancellation closes one attempt, and hears nothing of the other.
    alipay.put(attempt.outTradeNo, attempt.amountFen, 'WAIT_BUYER_PAY');
    alipay.beforeClose(() => alipay.goSilent());
    expect(await cancelOrder(as(2), { orderNo: placed.orderNo })).toMatchObject({
      error: { code: 'GATEWAY_UNAVAILABLE' },
    });
    alipay.speakAgain();
    const again = await startPayment(as(3), { orderNo: placed.orderNo, method: 'page' });
    expect(again).toMatchObject({ ok: true });
    expect((await readPayments(test.db, placed.id)).map(({ status }) => status)).toEqual([
      'closed',
      'created',
      'created',
    ]);
  });
});
