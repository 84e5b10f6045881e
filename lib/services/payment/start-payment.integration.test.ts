import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { PayInput, WebAddress } from '@/lib/gateways/alipay/gateway';
import { fakeGateways, mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { fakeAlipay } from '@/tests/support/fake-alipay';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { mintAttempt, readOrder, readPayments, systemCtx } from '@/tests/support/payment-factories';
import { closeOrder } from '../order/close-order';
import { closeOtherAttempts } from './close-other-attempts';
import { confirmPayment } from './confirm-payment';
import { refreshOrder } from './refresh-order';
import { startPayment } from './start-payment';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

async function scene() {
  const student = await mintAccount(test.db);
  const lines = [{ product: await mintCourse(test.db, { name: 'Go 并发' }) }, { product: await mintCourse(test.db) }];
  const placed = await mintPendingOrder(test.db, student.id, lines);
  const asked: PayInput[] = [];
  const alipay = fakeAlipay();
  const payUrl = (input: PayInput): WebAddress => {
    asked.push(input);
    return `https://cashier.example/${input.outTradeNo}`;
  };
  const gateways = fakeGateways({ ...alipay.gateways.alipay, payUrl });
  const start = (method: 'page' | 'wap', now = new Date()) =>
    startPayment(studentCtx(test.db, student, { now, gateways }), { orderNo: placed.orderNo, method });
  return { student, placed, asked, alipay, start };
}

describe('去支付', () => {
  it('opens the cashier for the cash part until the order expires', async () => {
    const { placed, asked, start } = await scene();
    const begun = await start('page');
    const [attempt] = await readPayments(test.db, placed.id);
    expect(begun).toEqual({ ok: true, value: { payUrl: `https://cashier.example/${attempt?.outTradeNo}` } });
    expect(attempt).toMatchObject({ method: 'page', status: 'created', amountFen: placed.cashFen });
    expect(attempt?.outTradeNo).toMatch(/^[A-Za-z0-9_]{1,64}$/);
    expect(asked[0]).toMatchObject({
      amount: placed.cashFen,
      subject: '路飞学城 Go 并发 等 2 门课程',
      expiresAt: (await readOrder(test.db, placed.id)).expiresAt,
      returnPath: `/pay/${placed.orderNo}/return`,
    });
  });

  it('uses the open attempt again, and begins another for the other cashier', async () => {
    const { placed, start } = await scene();
    await Promise.all(Array.from({ length: 10 }, () => start('page')));
    expect(await readPayments(test.db, placed.id)).toHaveLength(1);
    await start('wap');
    const attempts = await readPayments(test.db, placed.id);
    expect(attempts.map(({ method }) => method)).toEqual(['page', 'wap']);
    expect(new Set(attempts.map(({ outTradeNo }) => outTradeNo)).size).toBe(2);
  });

  it('leaves one cashier open: back on the desktop, what was opened on the phone is closed first', async () => {
    const { placed, start, alipay } = await scene();
    await start('page');
    await start('wap');
    const [onDesktop, onPhone] = await readPayments(test.db, placed.id);
    if (!onDesktop || !onPhone) throw new Error('not begun');
    alipay.put(onPhone.outTradeNo, placed.cashFen, 'WAIT_BUYER_PAY');
    expect(await start('page')).toEqual({
      ok: true,
      value: { payUrl: `https://cashier.example/${onDesktop.outTradeNo}` },
    });
    expect(alipay.statusOf(onPhone.outTradeNo)).toBe('TRADE_CLOSED');
    expect((await readPayments(test.db, placed.id)).map(({ status }) => status)).toEqual(['created', 'closed']);

    alipay.put(onDesktop.outTradeNo, placed.cashFen, 'WAIT_BUYER_PAY');
    await start('wap');
    alipay.goSilent();
    expect(await start('wap')).toMatchObject({ ok: true });
  });

  it("is refused for a stranger's order, an ended one and one whose time is over", async () => {
    const { placed, start } = await scene();
    const stranger = studentCtx(test.db, await mintAccount(test.db));
    expect(await startPayment(stranger, { orderNo: placed.orderNo, method: 'page' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    const { expiresAt } = await readOrder(test.db, placed.id);
    expect(await start('page', expiresAt)).toMatchObject({ error: { code: 'ORDER_NOT_PAYABLE' } });
    await test.db.transaction((tx) => closeOrder({ ...systemCtx(test.db), db: tx }, placed.id, 'cancelled'));
    expect(await start('page')).toMatchObject({ error: { code: 'ORDER_NOT_PAYABLE' } });
    expect(await readPayments(test.db, placed.id)).toEqual([]);
  });
});

describe('我已支付', () => {
  it('believes the gateway, not the click', async () => {
    const { student, placed, alipay } = await scene();
    const attempt = await mintAttempt(test.db, placed);
    const confirm = () =>
      confirmPayment(studentCtx(test.db, student, { gateways: alipay.gateways }), { orderNo: placed.orderNo });
    expect(await confirm()).toMatchObject({ error: { code: 'ORDER_NOT_PAID' } });
    alipay.put(attempt.outTradeNo, placed.cashFen, 'WAIT_BUYER_PAY');
    expect(await confirm()).toMatchObject({ error: { code: 'ORDER_NOT_PAID' } });
    alipay.put(attempt.outTradeNo, placed.cashFen, 'TRADE_SUCCESS');
    expect(await confirm()).toMatchObject({ ok: true });
    expect((await readOrder(test.db, placed.id)).status).toBe('paid');
    alipay.goSilent();
    expect(await confirm()).toMatchObject({ ok: true });
  });

  it('never says that nothing came when it came too late', async () => {
    const { student, placed, alipay } = await scene();
    const attempt = await mintAttempt(test.db, placed);
    await test.db.transaction((tx) => closeOrder({ ...systemCtx(test.db), db: tx }, placed.id, 'expired'));
    const confirm = () =>
      confirmPayment(studentCtx(test.db, student, { gateways: alipay.gateways }), { orderNo: placed.orderNo });
    expect(await confirm()).toMatchObject({ error: { code: 'ORDER_NOT_PAID' } });
    alipay.put(attempt.outTradeNo, placed.cashFen, 'TRADE_SUCCESS');
    const tooLate = { error: { code: 'ORDER_NOT_PAYABLE', detail: expect.stringContaining('原路退回') } };
    expect(await confirm()).toMatchObject(tooLate);
    // It is known by now.
    expect(await confirm()).toMatchObject(tooLate);
  });

  it('asks at most ten times a minute', async () => {
    const { student, placed, alipay } = await scene();
    await mintAttempt(test.db, placed);
    alipay.goSilent();
    const ctx = studentCtx(test.db, student, { gateways: alipay.gateways });
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => confirmPayment(ctx, { orderNo: placed.orderNo })),
    );
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
    expect(codes.filter((code) => code === 'GATEWAY_UNAVAILABLE')).toHaveLength(10);
    expect(codes.filter((code) => code === 'THROTTLED')).toHaveLength(5);
  });
});

describe('coming back from the cashier', () => {
  it('settles what the gateway says was paid, without a session, and nothing else', async () => {
    const { placed, alipay } = await scene();
    const attempt = await mintAttempt(test.db, placed);
    const ctx = systemCtx(test.db, { gateways: alipay.gateways });
    await refreshOrder(ctx, { orderNo: placed.orderNo });
    await refreshOrder(ctx, { orderNo: 'no-such-order' });
    expect((await readOrder(test.db, placed.id)).status).toBe('pending');
    alipay.put(attempt.outTradeNo, placed.cashFen, 'TRADE_SUCCESS');
    await refreshOrder(ctx, { orderNo: placed.orderNo });
    expect((await readOrder(test.db, placed.id)).status).toBe('paid');
  });
});

describe('after the payment', () => {
  it('the other attempts are closed at the gateway, and a second payment found there is kept as late', async () => {
    const { placed, alipay, student } = await scene();
    const [paid, open, unopened, paidToo] = [
      await mintAttempt(test.db, placed),
      await mintAttempt(test.db, placed),
      await mintAttempt(test.db, placed),
      await mintAttempt(test.db, placed),
    ];
    alipay.put(paid.outTradeNo, placed.cashFen, 'TRADE_SUCCESS');
    alipay.put(open.outTradeNo, placed.cashFen, 'WAIT_BUYER_PAY');
    const ctx = systemCtx(test.db, { gateways: alipay.gateways });
    await confirmPayment(studentCtx(test.db, student, { gateways: alipay.gateways }), { orderNo: placed.orderNo });
    alipay.put(paidToo.outTradeNo, placed.cashFen, 'TRADE_SUCCESS');

    expect(await closeOtherAttempts(ctx, placed.id)).toBe('done');
    expect(alipay.statusOf(open.outTradeNo)).toBe('TRADE_CLOSED');
    const statuses = (await readPayments(test.db, placed.id)).map(({ outTradeNo, status }) => [outTradeNo, status]);
    expect(Object.fromEntries(statuses)).toEqual({
      [paid.outTradeNo]: 'paid',
      [open.outTradeNo]: 'closed',
      [unopened.outTradeNo]: 'closed',
      [paidToo.outTradeNo]: 'late',
    });
  });

  it('nothing is closed while the gateway is silent', async () => {
    const { placed, alipay, student } = await scene();
    const [paid, open] = [await mintAttempt(test.db, placed), await mintAttempt(test.db, placed)];
    alipay.put(paid.outTradeNo, placed.cashFen, 'TRADE_SUCCESS');
    await confirmPayment(studentCtx(test.db, student, { gateways: alipay.gateways }), { orderNo: placed.orderNo });
    alipay.goSilent();
    expect(await closeOtherAttempts(systemCtx(test.db, { gateways: alipay.gateways }), placed.id)).toBe('unknown');
    expect((await readPayments(test.db, placed.id)).find(({ id }) => id === open.id)?.status).toBe('created');
  });
});
