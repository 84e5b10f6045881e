import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatBeijing } from './beijing-time';
import { order, START, TestSandbox } from './test-kit';

const MINUTE = 60_000;
const YEAR = 365 * 86_400_000;

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = new TestSandbox();
});
afterAll(() => sandbox.close());

const query = (biz: Record<string, unknown>) => sandbox.call('alipay.trade.query', biz);
const close = (out_trade_no: string) => sandbox.call('alipay.trade.close', { out_trade_no });
const refund = (out_trade_no: string, refund_amount: string, out_request_no?: string) =>
  sandbox.call('alipay.trade.refund', { out_trade_no, refund_amount, out_request_no });

describe('a trade', () => {
  it('does not exist until the buyer enters the cashier, then waits, then is paid', async () => {
    const biz = order({ total_amount: '88.8' });
    const ref = { out_trade_no: biz.out_trade_no };
    const cashier = await sandbox.openLink(biz);
    expect(await query(ref)).toMatchObject({ code: '40004', sub_code: 'ACQ.TRADE_NOT_EXIST' });
    await sandbox.request(cashier);
    const waiting = await query(ref);
    expect(waiting).toMatchObject({ code: '10000', trade_status: 'WAIT_BUYER_PAY', total_amount: '88.80' });
    expect(waiting).not.toHaveProperty('send_pay_date');
    expect(waiting.trade_no).toMatch(/^20260302\d{20}$/);
    await sandbox.confirm(cashier);
    const paid = await query({ trade_no: waiting.trade_no, query_options: ['fund_bill_list'] });
    expect(paid).toMatchObject({
      ...ref,
      trade_status: 'TRADE_SUCCESS',
      trade_no: waiting.trade_no,
      buyer_pay_amount: '88.80',
      send_pay_date: formatBeijing(sandbox.runtime.now()),
      fund_bill_list: [{ amount: '88.80', fund_channel: 'ALIPAYACCOUNT' }],
    });
  });

  it('prefers trade_no, and does not fall back when it is unknown', async () => {
    const biz = order();
    await sandbox.pay(biz);
    expect(await query({ out_trade_no: biz.out_trade_no, trade_no: '2026030222001000000000000000' })).toMatchObject({
      sub_code: 'ACQ.TRADE_NOT_EXIST',
    });
  });

  it.each([
    ['timeout_express', { timeout_express: '30m' }, 30 * MINUTE],
    [
      'time_expire over timeout_express',
      { timeout_express: '30m', time_expire: formatBeijing(START + 45 * MINUTE) },
      45 * MINUTE,
    ],
    ['1c', { timeout_express: '1c' }, 14 * 60 * MINUTE],
    ['neither', { timeout_express: undefined }, 15 * 1440 * MINUTE],
  ])('closes when its time is over: %s', async (_name, overrides, lifeMs) => {
    const own = new TestSandbox();
    const biz = order(overrides);
    const cashier = await own.openLink(biz);
    await own.request(cashier);
    const status = async () => (await own.call('alipay.trade.query', { out_trade_no: biz.out_trade_no })).trade_status;
    await own.runtime.advance(lifeMs - 1);
    expect(await status()).toBe('WAIT_BUYER_PAY');
    await own.runtime.advance(1);
    expect(await status()).toBe('TRADE_CLOSED');
    expect((await own.confirm(cashier)).status).toBe(409);
    expect(own.runtime.sent).toEqual([]);
    own.close();
  });

  it('counts timeout_express from entering the cashier, time_expire from nothing', async () => {
    const own = new TestSandbox();
    const relative = await own.openLink(order({ timeout_express: '5m' }));
    const absolute = await own.openLink(order({ time_expire: formatBeijing(START + 5 * MINUTE) }));
    await own.runtime.advance(10 * MINUTE);
    expect(await (await own.request(relative)).text()).toContain('确认付款');
    expect(await (await own.request(absolute)).text()).toContain('已超过付款时间');
    expect((await own.confirm(absolute)).status).toBe(409);
    own.close();
  });
});

describe('a number used again', () => {
  it('joins the same trade when the content is the same', async () => {
    const biz = order();
    const [first, second] = [await sandbox.openLink(biz), await sandbox.openLink(biz)];
    expect(first).not.toBe(second);
    await sandbox.request(first);
    await sandbox.request(second);
    expect((await sandbox.confirm(second)).status).toBe(303);
    expect((await sandbox.confirm(first)).status).toBe(409);
  });

  it.each([
    ['amount', { total_amount: '199.01' }],
    ['subject', { subject: '别的' }],
    ['body', { body: '别的' }],
  ])('is refused with another %s', async (_name, change) => {
    const biz = order();
    const early = await sandbox.openLink({ ...biz, ...change });
    await sandbox.request(await sandbox.openLink(biz));
    const late = await sandbox.requestPayment({ ...biz, ...change });
    expect(await late.text()).toContain('CONTEXT_INCONSISTENT');
    expect(await (await sandbox.request(early)).text()).toContain('CONTEXT_INCONSISTENT');
    expect((await sandbox.confirm(early)).status).toBe(409);
  });

  it('is refused on a phone when it began as a page payment', async () => {
    const biz = order();
    await sandbox.request(await sandbox.openLink(biz));
    const onPhone = { ...biz, product_code: 'QUICK_WAP_WAY' };
    const response = await sandbox.requestPayment(onPhone, { method: 'alipay.trade.wap.pay' });
    expect(await response.text()).toContain('CONTEXT_INCONSISTENT');
  });

  it('may change its content as long as nobody entered the cashier', async () => {
    const biz = order();
    await sandbox.openLink(biz);
    expect(await sandbox.openLink({ ...biz, total_amount: '1.00' })).toMatch(/^\/cashier\//);
  });

  it('is refused once paid or closed', async () => {
    const [paid, closed] = [order(), order()];
    await sandbox.pay(paid);
    await sandbox.request(await sandbox.openLink(closed));
    await close(closed.out_trade_no);
    expect(await (await sandbox.requestPayment(paid)).text()).toContain('TRADE_HAS_SUCCESS');
    expect(await (await sandbox.requestPayment(closed)).text()).toContain('TRADE_HAS_CLOSE');
  });
});

describe('close', () => {
  it('closes only a waiting trade', async () => {
    const [unseen, waiting, paid] = [order(), order(), order()];
    await sandbox.openLink(unseen);
    await sandbox.request(await sandbox.openLink(waiting));
    await sandbox.pay(paid);
    expect(await close(unseen.out_trade_no)).toMatchObject({ sub_code: 'ACQ.TRADE_NOT_EXIST' });
    expect(await close(waiting.out_trade_no)).toMatchObject({ code: '10000', out_trade_no: waiting.out_trade_no });
    expect(await close(waiting.out_trade_no)).toMatchObject({ sub_code: 'ACQ.REASON_TRADE_STATUS_INVALID' });
    expect(await close(paid.out_trade_no)).toMatchObject({ sub_code: 'ACQ.TRADE_STATUS_ERROR' });
  });
});

describe('refund', () => {
  it('is refused for what was never opened, is unpaid, closed or finished', async () => {
    const [unseen, waiting, closed, old] = [order(), order(), order(), order()];
    await sandbox.openLink(unseen);
    await sandbox.request(await sandbox.openLink(waiting));
    await sandbox.request(await sandbox.openLink(closed));
    await close(closed.out_trade_no);
    await sandbox.pay(old);
    expect(await refund(unseen.out_trade_no, '1.00', 'R')).toMatchObject({ sub_code: 'ACQ.TRADE_NOT_EXIST' });
    expect(await refund(waiting.out_trade_no, '1.00', 'R')).toMatchObject({ sub_code: 'ACQ.TRADE_STATUS_ERROR' });
    expect(await refund(closed.out_trade_no, '1.00', 'R')).toMatchObject({ sub_code: 'ACQ.TRADE_HAS_CLOSE' });
    await sandbox.runtime.advance(YEAR);
    expect(await query({ out_trade_no: old.out_trade_no })).toMatchObject({ trade_status: 'TRADE_FINISHED' });
    expect(await refund(old.out_trade_no, '1.00', 'R')).toMatchObject({ sub_code: 'ACQ.TRADE_HAS_FINISHED' });
  });

  it.each([
    ['no amount', { refund_amount: undefined }],
    ['zero', { refund_amount: '0' }],
    ['three decimals', { refund_amount: '1.001' }],
    ['a number', { refund_amount: 1 }],
    ['an empty out_request_no', { out_request_no: '' }],
    ['a long out_request_no', { out_request_no: 'x'.repeat(65) }],
    ['a long reason', { refund_reason: 'x'.repeat(257) }],
    ['no trade', { out_trade_no: undefined }],
  ])('is refused with %s', async (_name, change) => {
    const biz = order();
    await sandbox.pay(biz);
    const content = { out_trade_no: biz.out_trade_no, refund_amount: '1.00', out_request_no: 'R1', ...change };
    expect(await sandbox.call('alipay.trade.refund', content)).toMatchObject({ sub_code: 'ACQ.INVALID_PARAMETER' });
  });

  it('adds up, is idempotent by out_request_no, and closes the trade when whole', async () => {
    const { out_trade_no } = order({ total_amount: '100.00' });
    await sandbox.pay({ ...order(), out_trade_no, total_amount: '100.00' });
    const first = await refund(out_trade_no, '30.00', 'R1');
    expect(first).toMatchObject({ code: '10000', fund_change: 'Y', refund_fee: '30.00' });
    expect(await refund(out_trade_no, '30.00', 'R1')).toMatchObject({ fund_change: 'N', refund_fee: '30.00' });
    expect(await refund(out_trade_no, '31.00', 'R1')).toMatchObject({ sub_code: 'ACQ.DISCORDANT_REPEAT_REQUEST' });
    expect(await refund(out_trade_no, '70.01', 'R2')).toMatchObject({ sub_code: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL' });
    expect(await refund(out_trade_no, '10.00')).toMatchObject({ sub_code: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL' });
    expect(await query({ out_trade_no })).toMatchObject({ trade_status: 'TRADE_SUCCESS' });
    expect(await refund(out_trade_no, '70.00', 'R2')).toMatchObject({ fund_change: 'Y', refund_fee: '100.00' });
    expect(await query({ out_trade_no })).toMatchObject({ trade_status: 'TRADE_CLOSED' });
    expect(await refund(out_trade_no, '70.00', 'R2')).toMatchObject({ fund_change: 'N', refund_fee: '100.00' });
    expect(await refund(out_trade_no, '1.00', 'R3')).toMatchObject({ sub_code: 'ACQ.TRADE_HAS_CLOSE' });
  });

  it('is found again by its number; an unknown number is a success without refund_status', async () => {
    const biz = order({ total_amount: '50.00' });
    const { out_trade_no } = biz;
    await sandbox.pay(biz);
    await refund(out_trade_no, '20.00', 'R1');
    const find = (out_request_no: string | undefined) =>
      sandbox.call('alipay.trade.fastpay.refund.query', { out_trade_no, out_request_no });
    expect(await find('R1')).toMatchObject({
      refund_status: 'REFUND_SUCCESS',
      refund_amount: '20.00',
      total_amount: '50.00',
    });
    const unknown = await find('R2');
    expect(unknown).toEqual({ code: '10000', msg: 'Success' });
    expect(await find(undefined)).toMatchObject({ sub_code: 'ACQ.INVALID_PARAMETER' });
  });

  it('without a number is found by out_trade_no', async () => {
    const { out_trade_no, ...rest } = order();
    await sandbox.pay({ out_trade_no, ...rest });
    expect(await refund(out_trade_no, '199.00')).toMatchObject({ fund_change: 'Y' });
    const found = await sandbox.call('alipay.trade.fastpay.refund.query', {
      out_trade_no,
      out_request_no: out_trade_no,
    });
    expect(found).toMatchObject({ refund_status: 'REFUND_SUCCESS' });
  });
});
