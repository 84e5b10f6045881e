import { afterAll, describe, expect, it } from 'vitest';
import { order, TestSandbox } from './test-kit';

const sandbox = new TestSandbox();
afterAll(() => sandbox.close());

describe('the control API', () => {
  it('knows nothing of a number never used', async () => {
    expect((await sandbox.control('NOBODY')).status).toBe(404);
    expect((await sandbox.control('NOBODY/pay', {})).status).toBe(404);
    expect((await sandbox.control('NOBODY/notify', {})).status).toBe(404);
  });

  it('shows a request before its trade, then the trade with its notify log', async () => {
    const biz = order();
    await sandbox.openLink(biz);
    expect((await sandbox.control(biz.out_trade_no)).body).toMatchObject({ status: null, totalAmount: '199.00' });
    const paid = await sandbox.control(`${biz.out_trade_no}/pay`, {});
    expect(paid.body).toMatchObject({ status: 'TRADE_SUCCESS', returnUrl: expect.stringContaining('sign=') });
    await sandbox.runtime.advance(0);
    const { body } = await sandbox.control(biz.out_trade_no);
    expect(body.notifications).toMatchObject([
      {
        tradeStatus: 'TRADE_SUCCESS',
        delivered: true,
        nextAttemptAt: null,
        deliveries: [
          { outcome: 'success', httpStatus: 200, responseBody: 'success', params: { total_amount: '199.00' } },
        ],
      },
    ]);
    expect(await sandbox.control(`${biz.out_trade_no}/pay`, {})).toMatchObject({
      status: 409,
      body: { error: { code: 'ACQ.TRADE_HAS_SUCCESS' } },
    });
  });

  it('resends now, past a drop, and a success ends the schedule', async () => {
    const biz = order();
    await sandbox.control(`${biz.out_trade_no}/faults`, { dropNotify: true });
    await sandbox.pay(biz);
    const before = sandbox.runtime.sent.length;
    const { body } = await sandbox.control(`${biz.out_trade_no}/notify`, {});
    expect(body).toMatchObject({ delivery: { outcome: 'success' } });
    await sandbox.control(`${biz.out_trade_no}/faults`, { dropNotify: false });
    await sandbox.runtime.advance(86_400_000);
    expect(sandbox.runtime.sent.length - before).toBe(1);
  });

  it('has nothing to resend for an unpaid trade', async () => {
    const biz = order();
    await sandbox.request(await sandbox.openLink(biz));
    expect((await sandbox.control(`${biz.out_trade_no}/notify`, {})).status).toBe(409);
  });

  it('merges faults, and refuses what it does not know', async () => {
    await sandbox.control('F1/faults', { dropNotify: true });
    const { body } = await sandbox.control('F1/faults', { duplicateNotify: 3 });
    expect(body.faults).toMatchObject({ dropNotify: true, duplicateNotify: 3 });
    for (const bad of [{ unknown: true }, { dropNotify: 'yes' }, { duplicateNotify: -1 }, [1], 'x', null]) {
      expect((await sandbox.control('F1/faults', bad)).status).toBe(400);
    }
    expect((await sandbox.control('a-b/faults', {})).status).toBe(400);
    const text = await sandbox.request('/control/alipay/trades/F1/faults', { method: 'POST', body: '{' });
    expect(text.status).toBe(400);
  });

  it('refuses a foreign web page', async () => {
    const request = (origin: string) =>
      sandbox.request('/control/alipay/trades/F1/faults', { method: 'POST', body: '{}', headers: { origin } });
    expect((await request('http://evil.test')).status).toBe(403);
    expect((await request('http://alipay.test')).status).toBe(200);
  });
});

describe('gateway faults', () => {
  const paidOrder = async (faults: Record<string, unknown>) => {
    const biz = order({ total_amount: '100.00' });
    await sandbox.pay(biz);
    await sandbox.control(`${biz.out_trade_no}/faults`, faults);
    return biz.out_trade_no;
  };
  const raw = async (method: string, biz: Record<string, unknown>) =>
    JSON.parse(await (await sandbox.request(`/gateway.do?${sandbox.signed(method, biz)}`)).text());
  const refundOf = (out_trade_no: string) => ({ out_trade_no, refund_amount: '40.00', out_request_no: 'R1' });

  it('20000: the outcome is unknown', async () => {
    const out_trade_no = await paidOrder({ queryFault: '20000' });
    expect(await sandbox.call('alipay.trade.query', { out_trade_no })).toMatchObject({
      code: '20000',
      sub_code: 'aop.unknow-error',
    });
  });

  it('unsigned: the answer has no sign', async () => {
    const out_trade_no = await paidOrder({ queryFault: 'unsigned' });
    const answer = await raw('alipay.trade.query', { out_trade_no });
    expect(answer).toEqual({ alipay_trade_query_response: expect.objectContaining({ trade_status: 'TRADE_SUCCESS' }) });
  });

  it('timeout: answers later than a client waits', async () => {
    const out_trade_no = await paidOrder({ queryFault: 'timeout' });
    const answer = raw('alipay.trade.query', { out_trade_no });
    await sandbox.runtime.advance(14_999);
    expect(await Promise.race([answer, Promise.resolve('nothing yet')])).toBe('nothing yet');
    await sandbox.runtime.advance(1);
    expect(await answer).toHaveProperty('alipay_trade_query_response.trade_status', 'TRADE_SUCCESS');
  });

  it('refund: balance and 20000 move no money, unsigned does', async () => {
    const out_trade_no = await paidOrder({ refundFault: 'balance' });
    expect(await raw('alipay.trade.refund', refundOf(out_trade_no))).toMatchObject({
      alipay_trade_refund_response: { sub_code: 'ACQ.SELLER_BALANCE_NOT_ENOUGH' },
    });
    await sandbox.control(`${out_trade_no}/faults`, { refundFault: '20000' });
    await raw('alipay.trade.refund', refundOf(out_trade_no));
    expect((await sandbox.control(out_trade_no)).body.refunds).toEqual([]);
    await sandbox.control(`${out_trade_no}/faults`, { refundFault: 'unsigned' });
    expect(await raw('alipay.trade.refund', refundOf(out_trade_no))).not.toHaveProperty('sign');
    await sandbox.control(`${out_trade_no}/faults`, { refundFault: null });
    expect(await sandbox.call('alipay.trade.refund', refundOf(out_trade_no))).toMatchObject({ fund_change: 'N' });
  });
});
