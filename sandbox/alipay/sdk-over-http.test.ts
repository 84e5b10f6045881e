import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app';
import { systemRuntime } from '../runtime';
import { type AlipaySandbox, createAlipay } from './alipay';
import { formatBeijing } from './beijing-time';
import { merchantSdk, order, TEST_CONFIG } from './test-kit';

/** The whole way on real HTTP: the SDK's own client against the served sandbox, a real notify to a real listener. */
describe('alipay-sdk over HTTP', () => {
  let base: string;
  let side: AlipaySandbox;
  const closers: (() => void)[] = [];

  const listen = (handle: (request: Request) => Response | Promise<Response>): Promise<string> =>
    new Promise((resolve) => {
      const server = serve({ fetch: handle, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
        resolve(`http://127.0.0.1:${info.port}`),
      );
      closers.push(() => server.close());
    });

  beforeAll(async () => {
    side = createAlipay(TEST_CONFIG, systemRuntime, mkdtempSync(join(tmpdir(), 'alipay-http-')));
    const app = createApp({ alipay: side, wechat: null });
    base = await listen((request) => app.fetch(request));
  });
  afterAll(() => {
    side.close();
    for (const close of closers) close();
  });

  it('pays, notifies, queries and refunds with verified signatures', async () => {
    const sdk = merchantSdk({ gateway: `${base}/gateway.do` });
    const timestamp = formatBeijing(Date.now());
    let heard: (form: string) => void = () => {};
    const notified = new Promise<string>((resolve) => {
      heard = resolve;
    });
    const shop = await listen(async (request) => {
      heard(await request.text());
      return new Response('success');
    });
    const biz = order({ subject: 'Python 100% + 入门', out_trade_no: `HTTP${Date.now()}` });
    const url = sdk.pageExecute('alipay.trade.page.pay', 'GET', {
      timestamp,
      notify_url: `${shop}/notify`,
      return_url: `${shop}/return`,
      bizContent: biz,
    });
    const cashier = await fetch(url);
    expect(await cashier.text()).toContain('Python 100% + 入门');
    const paid = await fetch(`${cashier.url}/pay`, { method: 'POST', body: new URLSearchParams(), redirect: 'manual' });
    expect(paid.status).toBe(303);
    const notify = Object.fromEntries(new URLSearchParams(await notified));
    expect(notify.subject).toBe('Python 100% + 入门');
    expect(sdk.checkNotifySignV2(notify)).toBe(true);

    const exec = (method: string, bizContent: Record<string, unknown>) =>
      sdk.exec(method, { timestamp, bizContent }, { validateSign: true });
    const ref = { out_trade_no: biz.out_trade_no };
    expect(await exec('alipay.trade.query', ref)).toMatchObject({ code: '10000', tradeStatus: 'TRADE_SUCCESS' });
    expect(await exec('alipay.trade.close', ref)).toMatchObject({ subCode: 'ACQ.TRADE_STATUS_ERROR' });
    const refund = await exec('alipay.trade.refund', { ...ref, refund_amount: '199.00', out_request_no: 'R1' });
    expect(refund).toMatchObject({ fundChange: 'Y', refundFee: '199.00' });
    const found = await exec('alipay.trade.fastpay.refund.query', { ...ref, out_request_no: 'R1' });
    expect(found).toMatchObject({ refundStatus: 'REFUND_SUCCESS' });
  });
});
