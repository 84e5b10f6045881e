import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, refund } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { adminCtx } from '@/tests/support/account-factories';
import { studentCtx } from '@/tests/support/factories';
import { fakeAlipay } from '@/tests/support/fake-alipay';
import { mintAttempt, mintFullOrder, readPayments, readWorld, systemCtx } from '@/tests/support/payment-factories';
import { readRefunds, valueOf } from '@/tests/support/refund-factories';
import { brokenInvariants } from '@/tests/support/shop-invariants';
import { cancelOrder } from '../order/cancel-order';
import { settlePayment } from '../payment/settle-payment';
import { retryLateRefund } from './retry-late-refund';
import { sendRefund } from './send-refund';
import { sweepRefunds } from './sweep-refunds';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

type Attempt = { readonly outTradeNo: string; readonly amountFen: number };

/** An order that was cancelled; `pay` is the buyer who is too late, `hear` the notify, however often. */
async function scene() {
  const minted = await mintFullOrder(test.db);
  const alipay = fakeAlipay();
  const system = systemCtx(test.db, { gateways: alipay.gateways });
  const student = studentCtx(test.db, minted.student, { gateways: alipay.gateways });
  const pay = ({ outTradeNo, amountFen }: Attempt) => alipay.put(outTradeNo, amountFen, 'TRADE_SUCCESS');
  const { placed } = minted;
  return {
    ...minted,
    alipay,
    system,
    pay,
    cancel: () => cancelOrder(student, { orderNo: placed.orderNo }),
    hear: (attempt: Attempt) => settlePayment(system, { trade: pay(attempt), heard: { source: 'notify', body: '' } }),
    refunds: () => readRefunds(test.db, placed.id),
    sendAll: async () => {
      const open = (await readRefunds(test.db, placed.id)).filter(({ status }) => status !== 'succeeded');
      return Promise.all(open.map(({ id }) => sendRefund(system, { refundId: id })));
    },
    statuses: async () => (await readPayments(test.db, placed.id)).map(({ status }) => status),
  };
}

describe('money that comes after the order was closed', () => {
  it('is kept, given back whole by itself, and the student is told', async () => {
    const { attempt, placed, student, cancel, hear, refunds, sendAll, statuses, alipay } = await scene();
    valueOf(await cancel());
    const before = await readWorld(test.db, student.id, placed.id);
    expect(await hear(attempt)).toBe('late');
    expect(await refunds()).toMatchObject([
      { kind: 'late', source: 'system', status: 'approved', cashFen: attempt.amountFen, requestedBy: null },
    ]);
    expect(await statuses()).toEqual(['late']);
    expect(await sendAll()).toEqual(['succeeded']);
    expect(await statuses()).toEqual(['refunded']);
    expect(alipay.refunds).toMatchObject([{ outTradeNo: attempt.outTradeNo, amount: attempt.amountFen }]);
    const after = await readWorld(test.db, student.id, placed.id);
    expect({ ...after, payments: [] }).toEqual({ ...before, payments: [] });
    const [made] = await refunds();
    const told = await test.db
      .select()
      .from(message)
      .where(eq(message.cause, `refund:${made?.id}:refunded`));
    expect(told).toHaveLength(1);
  });

  it('told of a hundred times, and after it went back, goes back once', async () => {
    const { attempt, cancel, hear, refunds, sendAll, alipay, statuses } = await scene();
    await cancel();
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => hear(attempt)));
    expect(verdicts.filter((verdict) => verdict === 'late')).toHaveLength(1);
    await Promise.all([sendAll(), sendAll()]);
    expect(await hear(attempt)).toBe('repeated');
    expect(await refunds()).toHaveLength(1);
    expect(alipay.refunds).toHaveLength(1);
    expect(await statuses()).toEqual(['refunded']);
  });
});

it('paid twice over two attempts: one pays the order, the other goes back', async () => {
  const { attempt, placed, hear, refunds, sendAll, statuses, alipay, student } = await scene();
  const second = await mintAttempt(test.db, placed, 'wap');
  const third = await mintAttempt(test.db, placed, 'wap');
  expect((await Promise.all([hear(attempt), hear(second), hear(third)])).toSorted()).toEqual(['late', 'late', 'paid']);
  expect(await refunds()).toHaveLength(2);
  await sendAll();
  expect((await statuses()).toSorted()).toEqual(['paid', 'refunded', 'refunded']);
  expect(new Set(alipay.refunds.map(({ outTradeNo }) => outTradeNo)).size).toBe(2);
  const world = await readWorld(test.db, student.id, placed.id);
  expect(world).toMatchObject({ placed: { status: 'paid' }, beli: { balance: 400, held: 0 } });
  expect(world.grants).toHaveLength(2);
});

describe('late money the gateway will not give back', () => {
  it('waits for an administrator, who tries again under another number', async () => {
    const { attempt, cancel, hear, refunds, sendAll, statuses, alipay, system } = await scene();
    await cancel();
    await hear(attempt);
    alipay.refundFaults.push('ACQ.SELLER_BALANCE_NOT_ENOUGH');
    expect(await sendAll()).toEqual(['failed']);
    await sweepRefunds(system);
    expect(await refunds()).toHaveLength(1);
    const [paid] = await readPayments(test.db, (await refunds())[0]?.orderId ?? 0);
    const admin = { ...(await adminCtx(test.db)), gateways: alipay.gateways };
    const retry = () => retryLateRefund(admin, { paymentId: paid?.id ?? 0 });
    const answers = await Promise.all([retry(), retry()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await sendAll()).toSorted()).toEqual(['nothing', 'succeeded']);
    expect(await statuses()).toEqual(['refunded']);
    expect(alipay.refunds).toHaveLength(1);
    expect(await retry()).toMatchObject({ error: { code: 'ORDER_NOT_REFUNDABLE' } });
  });
});

it('late money without a refund gets one from the sweep', async () => {
  const { attempt, cancel, hear, refunds, system } = await scene();
  await cancel();
  await hear(attempt);
  const [made] = await refunds();
  await test.db.delete(refund).where(eq(refund.id, made?.id ?? 0));
  await sweepRefunds(system);
  expect(await refunds()).toMatchObject([{ kind: 'late', status: 'approved' }]);
});

it('leaves the shop in order', async () => {
  expect(await brokenInvariants(test.db)).toEqual([]);
});
