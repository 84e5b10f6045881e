import { afterAll, describe, expect, it } from 'vitest';
import { order, RETURN_URL, TestSandbox } from './test-kit';

const sandbox = new TestSandbox();
afterAll(() => sandbox.close());

describe('the cashier page', () => {
  it('shows the trade, both buttons and the faults, escaped, without caching', async () => {
    const cashier = await sandbox.openLink(order({ subject: '<b>"Vue"</b>'.replace('/', '') }));
    const response = await sandbox.request(cashier);
    const page = await response.text();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const text of ['¥199.00', '&lt;b&gt;', '30 分 0 秒', '>确认付款</button>', '>取消</button>', '异常注入']) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('<b>"Vue"');
  });

  it('is a 404 for an unknown token', async () => {
    expect((await sandbox.request('/cashier/nonsense')).status).toBe(404);
    expect((await sandbox.confirm('/cashier/nonsense')).status).toBe(404);
  });
});

describe('确认付款', () => {
  it('returns to the merchant with exactly the documented parameters, signed', async () => {
    const biz = order();
    const response = await sandbox.pay(biz);
    expect(response.status).toBe(303);
    const url = new URL(response.headers.get('location') ?? '');
    expect(url.href.startsWith(RETURN_URL)).toBe(true);
    expect(url.searchParams.get('from')).toBe('cashier');
    url.searchParams.delete('from');
    const params = Object.fromEntries(url.searchParams);
    expect(Object.keys(params).toSorted().join(' ')).toBe(
      'app_id auth_app_id charset method out_trade_no seller_id sign sign_type timestamp total_amount trade_no version',
    );
    expect(params).toMatchObject({
      method: 'alipay.trade.page.pay.return',
      out_trade_no: biz.out_trade_no,
      total_amount: '199.00',
    });
    expect(sandbox.sdk.checkNotifySignV2(params)).toBe(true);
    expect(sandbox.sdk.checkNotifySignV2({ ...params, total_amount: '1.00' })).toBe(false);
  });

  it('names the wap method in the return of a wap payment', async () => {
    const biz = order({ product_code: 'QUICK_WAP_WAY' });
    const cashier = await sandbox.openLink(biz, { method: 'alipay.trade.wap.pay' });
    expect((await sandbox.confirm(cashier)).headers.get('location')).toContain('method=alipay.trade.wap.pay.return');
  });

  it('twice: 409, one payment, one notify', async () => {
    const biz = order();
    const cashier = await sandbox.openLink(biz);
    const [first, second] = await Promise.all([sandbox.confirm(cashier), sandbox.confirm(cashier)]);
    await sandbox.runtime.advance(0);
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([303, 409]);
    const refused = first.status === 409 ? first : second;
    expect(await refused.text()).toContain('没有再次扣款');
    expect(sandbox.runtime.sent.filter(({ params }) => params.out_trade_no === biz.out_trade_no)).toHaveLength(1);
    expect((await sandbox.request(cashier)).status).toBe(200);
  });

  it('on a trade the merchant closed: 409', async () => {
    const biz = order();
    const cashier = await sandbox.openLink(biz);
    await sandbox.request(cashier);
    await sandbox.call('alipay.trade.close', { out_trade_no: biz.out_trade_no });
    const response = await sandbox.confirm(cashier);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('商户已关闭');
  });

  it('takes the faults of its form', async () => {
    const biz = order();
    await sandbox.control(`${biz.out_trade_no}/faults`, { wrongAmount: true });
    await sandbox.pay(biz, { badSignature: 'on', duplicateNotify: '2', delayNotifySeconds: '' });
    const { body } = await sandbox.control(biz.out_trade_no);
    expect(body.faults).toMatchObject({ wrongAmount: true, badSignature: true, duplicateNotify: 2, dropNotify: false });
  });

  it.each([{ duplicateNotify: '201' }, { delayNotifySeconds: '-1' }, { duplicateNotify: 'x' }])(
    'refuses a malformed form %o and charges nothing',
    async (form) => {
      const biz = order();
      expect((await sandbox.pay(biz, form)).status).toBe(400);
      expect((await sandbox.control(biz.out_trade_no)).body.status).toBe('WAIT_BUYER_PAY');
    },
  );
});

describe('取消', () => {
  const cancel = (cashier: string) => sandbox.request(`${cashier}/cancel`, { method: 'POST' });

  it('leads to quit_url, else to the front page of the merchant, and closes nothing', async () => {
    const biz = order();
    const cashier = await sandbox.openLink(biz);
    await sandbox.request(cashier);
    expect((await cancel(cashier)).headers.get('location')).toBe('http://shop.test/');
    expect((await sandbox.control(biz.out_trade_no)).body.status).toBe('WAIT_BUYER_PAY');
    const wap = order({ product_code: 'QUICK_WAP_WAY', quit_url: 'http://shop.test/quit' });
    const wapCashier = await sandbox.openLink(wap, { method: 'alipay.trade.wap.pay' });
    expect((await cancel(wapCashier)).headers.get('location')).toBe('http://shop.test/quit');
  });
});

describe('the QR code for a frame', () => {
  const qr = { qr_pay_mode: '4', qrcode_width: '180' };

  it('leads a phone to the cashier; only there the trade begins', async () => {
    const biz = order(qr);
    const frame = await sandbox.openLink(biz);
    const page = await (await sandbox.request(frame)).text();
    expect(page).toContain('<svg');
    expect(page).toContain('width="180"');
    expect(page).not.toContain('确认付款');
    expect(page).toContain(`href="http://alipay.test${frame}/scan"`);
    const sought = await sandbox.call('alipay.trade.query', { out_trade_no: biz.out_trade_no });
    expect(sought.sub_code).toBe('ACQ.TRADE_NOT_EXIST');
    expect(await (await sandbox.request(`${frame}/scan`)).text()).toContain('>确认付款</button>');
    expect((await sandbox.confirm(frame)).status).toBe(303);
    expect(await (await sandbox.request(frame)).text()).toContain('订单已付款');
  });

  it('is not asked for by mode 2', async () => {
    const jump = await sandbox.openLink(order({ qr_pay_mode: '2' }));
    expect(await (await sandbox.request(jump)).text()).toContain('>确认付款</button>');
  });

  it('refuses a width that is none', async () => {
    const page = await sandbox.requestPayment(order({ ...qr, qrcode_width: '-1' }));
    expect(await page.text()).toContain('qrcode_width');
  });
});
