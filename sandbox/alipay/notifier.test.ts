import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTIFY_URL, order, START, TestSandbox } from './test-kit';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = new TestSandbox();
});
afterEach(() => sandbox.close());

const sent = () => sandbox.runtime.sent;
const fault = (out_trade_no: string, faults: Record<string, unknown>) =>
  sandbox.control(`${out_trade_no}/faults`, faults);

describe('the notify of a payment', () => {
  it('carries every documented field and a signature the SDK accepts', async () => {
    const biz = order({ body: '含 & = + % 的说明', passback_params: 'a%3D1%26b%3D2', total_amount: '0.1' });
    await sandbox.pay(biz);
    expect(sent()).toHaveLength(1);
    expect(sent()[0]).toMatchObject({
      url: NOTIFY_URL,
      redirect: 'manual',
      contentType: 'application/x-www-form-urlencoded; charset=utf-8',
    });
    const params = sent()[0]?.params ?? {};
    expect(sandbox.sdk.checkNotifySignV2(params)).toBe(true);
    expect(params).toEqual({
      notify_time: '2026-03-02 10:00:00',
      notify_type: 'trade_status_sync',
      notify_id: expect.stringMatching(/^20260302\d{26}$/),
      charset: 'utf-8',
      version: '1.0',
      sign_type: 'RSA2',
      sign: expect.any(String),
      app_id: '9021000122682882',
      auth_app_id: '9021000122682882',
      trade_no: expect.stringMatching(/^20260302\d{20}$/),
      out_trade_no: biz.out_trade_no,
      seller_id: '2088721003899159',
      buyer_id: expect.stringMatching(/^2088\d{12}$/),
      buyer_logon_id: expect.stringContaining('***'),
      trade_status: 'TRADE_SUCCESS',
      total_amount: '0.10',
      receipt_amount: '0.10',
      invoice_amount: '0.10',
      buyer_pay_amount: '0.10',
      point_amount: '0.00',
      fund_bill_list: '[{"amount":"0.10","fundChannel":"ALIPAYACCOUNT"}]',
      subject: biz.subject,
      body: '含 & = + % 的说明',
      passback_params: 'a%3D1%26b%3D2',
      gmt_create: '2026-03-02 10:00:00',
      gmt_payment: '2026-03-02 10:00:00',
    });
  });

  it('is not sent without a notify_url', async () => {
    const cashier = await sandbox.openLink(order(), { notifyUrl: null });
    await sandbox.confirm(cashier);
    await sandbox.runtime.advance(48 * HOUR);
    expect(sent()).toEqual([]);
  });
});

describe('retries', () => {
  it('come after 4m, 10m, 10m, 1h, 2h, 6h, 15h with the same notify_id, then end', async () => {
    sandbox.runtime.answer = () => new Response('fail');
    await sandbox.pay(order());
    await sandbox.runtime.advance(72 * HOUR);
    const waits = sent().map(({ at }, index) => (at - (sent()[index - 1]?.at ?? START)) / MINUTE);
    expect(waits).toEqual([0, 4, 10, 10, 60, 120, 360, 900]);
    expect(new Set(sent().map(({ params }) => params.notify_id)).size).toBe(1);
    expect(new Set(sent().map(({ params }) => params.notify_time)).size).toBe(8);
    expect(sent().every(({ params }) => sandbox.sdk.checkNotifySignV2(params))).toBe(true);
  });

  it('end with the first success', async () => {
    sandbox.runtime.answer = () => new Response(sent().length < 3 ? 'fail' : 'success');
    await sandbox.pay(order());
    await sandbox.runtime.advance(72 * HOUR);
    expect(sent()).toHaveLength(3);
  });

  it('run on the scaled clock', async () => {
    const scaled = new TestSandbox({ timeScale: 0.01 });
    scaled.runtime.answer = () => new Response('fail');
    await scaled.pay(order());
    await scaled.runtime.advance(2_399);
    expect(scaled.runtime.sent).toHaveLength(1);
    await scaled.runtime.advance(1);
    expect(scaled.runtime.sent).toHaveLength(2);
    scaled.close();
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['success with a newline', () => new Response('success\n')],
    ['SUCCESS', () => new Response('SUCCESS')],
    ['JSON', () => Response.json('success')],
    ['status 201', () => new Response('success', { status: 201 })],
    ['a redirect', () => new Response('success', { status: 302, headers: { location: '/x' } })],
    ['an empty answer', () => new Response(null)],
    ['a long answer', () => new Response(`success${'x'.repeat(100_000)}`)],
    ['status 500', () => new Response('success', { status: 500 })],
    ['no connection', () => Promise.reject(new TypeError('fetch failed'))],
  ])('follow %s', async (_name, answer) => {
    sandbox.runtime.answer = answer;
    await sandbox.pay(order());
    await sandbox.runtime.advance(4 * MINUTE);
    expect(sent()).toHaveLength(2);
  });
});

describe('faults', () => {
  it('drop: logged, not sent, and still on schedule when the fault is lifted', async () => {
    const biz = order();
    await fault(biz.out_trade_no, { dropNotify: true });
    await sandbox.pay(biz);
    expect(sent()).toEqual([]);
    const { body } = await sandbox.control(biz.out_trade_no);
    expect(body.notifications?.[0]?.deliveries).toMatchObject([{ outcome: 'dropped', httpStatus: null }]);
    await fault(biz.out_trade_no, { dropNotify: false });
    await sandbox.runtime.advance(4 * MINUTE);
    expect(sent()).toHaveLength(1);
  });

  it('delay: the first notify waits', async () => {
    const biz = order();
    await fault(biz.out_trade_no, { delayNotifySeconds: 90 });
    await sandbox.pay(biz);
    await sandbox.runtime.advance(89_999);
    expect(sent()).toEqual([]);
    await sandbox.runtime.advance(1);
    expect(sent()).toHaveLength(1);
  });

  it('duplicate: so many extra copies at once, all alike', async () => {
    const biz = order();
    await fault(biz.out_trade_no, { duplicateNotify: 99 });
    await sandbox.pay(biz);
    expect(sent()).toHaveLength(100);
    expect(new Set(sent().map(({ params }) => params.sign)).size).toBe(1);
  });

  it.each([
    ['wrongAmount', { total_amount: '199.01' }, true],
    ['wrongAppId', { app_id: '9021000122682883' }, true],
    ['wrongSellerId', { seller_id: '2088721003899150' }, true],
    ['badSignature', {}, false],
  ])('%s', async (name, expected, verifies) => {
    const biz = order();
    await fault(biz.out_trade_no, { [name]: true });
    await sandbox.pay(biz);
    expect(sent()[0]?.params).toMatchObject(expected);
    expect(sandbox.sdk.checkNotifySignV2(sent()[0]?.params)).toBe(verifies);
  });

  it('belong to one trade', async () => {
    const [faulty, other] = [order(), order()];
    await fault(faulty.out_trade_no, { dropNotify: true });
    await sandbox.pay(other);
    expect(sent()).toHaveLength(1);
  });
});

describe('the notify of a refund', () => {
  const refund = (out_trade_no: string, refund_amount: string, out_request_no: string) =>
    sandbox.call('alipay.trade.refund', { out_trade_no, refund_amount, out_request_no });

  it('partial: TRADE_SUCCESS again; the last one: TRADE_CLOSED with gmt_close', async () => {
    const biz = order({ total_amount: '100.00' });
    await sandbox.pay(biz);
    await sandbox.runtime.advance(1_234);
    await refund(biz.out_trade_no, '30.00', 'R1');
    await sandbox.runtime.advance(0);
    expect(sent()[1]?.params).toMatchObject({
      trade_status: 'TRADE_SUCCESS',
      total_amount: '100.00',
      refund_fee: '30.00',
      out_biz_no: 'R1',
      gmt_refund: '2026-03-02 10:00:01.234',
      gmt_payment: '2026-03-02 10:00:00',
    });
    expect(sent()[1]?.params).not.toHaveProperty('gmt_close');
    await refund(biz.out_trade_no, '70.00', 'R2');
    await sandbox.runtime.advance(0);
    expect(sent()[2]?.params).toMatchObject({
      trade_status: 'TRADE_CLOSED',
      refund_fee: '100.00',
      out_biz_no: 'R2',
      gmt_close: '2026-03-02 10:00:01',
    });
    expect(sent()[2]?.params).not.toHaveProperty('receipt_amount');
    expect(sent().every(({ params }) => sandbox.sdk.checkNotifySignV2(params))).toBe(true);
    expect(new Set(sent().map(({ params }) => params.notify_id)).size).toBe(3);
  });

  it('is not sent for a repeated request', async () => {
    const biz = order();
    await sandbox.pay(biz);
    await refund(biz.out_trade_no, '1.00', 'R1');
    await refund(biz.out_trade_no, '1.00', 'R1');
    await sandbox.runtime.advance(0);
    expect(sent()).toHaveLength(2);
  });
});
