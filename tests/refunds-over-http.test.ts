import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fen } from '@/lib/domain/money';
import type { AlipayGateway } from '@/lib/gateways/alipay/gateway';
import { createAlipay } from '@/sandbox/alipay/alipay';
import { createApp } from '@/sandbox/app';
import { systemRuntime } from '@/sandbox/runtime';
import { APP_ID, SELLER_ID, testGateway } from './support/alipay';
import { alipayKeys, merchantKeys } from './support/alipay-keys';
import { unique } from './support/factories';

/** The shop's own gateway and the stand-in, which share no code: what one says the other must understand. */
let base: string;
let gateway: AlipayGateway;
const closers: (() => void)[] = [];

beforeAll(async () => {
  const config = {
    appId: APP_ID,
    sellerId: SELLER_ID,
    merchantPublicKey: createPublicKey(merchantKeys.publicKey),
    privateKey: createPrivateKey(alipayKeys.privateKey),
    timeScale: 1,
  };
  const alipay = createAlipay(config, systemRuntime, mkdtempSync(path.join(tmpdir(), 'refunds-')));
  const app = createApp({ alipay, wechat: null });
  base = await new Promise<string>((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    );
    closers.push(() => server.close());
  });
  closers.push(() => alipay.close());
  gateway = testGateway(`${base}/gateway.do`);
});
afterAll(() => {
  for (const close of closers) close();
});

const control = (outTradeNo: string, what: string, body: unknown) =>
  fetch(`${base}/control/alipay/trades/${outTradeNo}/${what}`, { method: 'POST', body: JSON.stringify(body) });

/** A paid trade of ¥100.00. Its notifies go nowhere. */
async function paid(): Promise<string> {
  const outTradeNo = unique('L').replaceAll('-', '_');
  await control(outTradeNo, 'faults', { dropNotify: true });
  const now = new Date();
  const payUrl = gateway.payUrl({
    outTradeNo,
    amount: fen(10_000),
    subject: '课程',
    method: 'page',
    isQr: false,
    expiresAt: new Date(now.getTime() + 60_000),
    now,
    quitPath: '/',
    returnPath: '/',
  });
  await fetch(payUrl);
  await control(outTradeNo, 'pay', {});
  return outTradeNo;
}

const part = (outTradeNo: string, outRequestNo: string, amount: number) => ({
  outTradeNo,
  outRequestNo,
  amount: fen(amount),
  reason: '课程退款',
});

describe('refunds between the shop and Alipay', () => {
  it('go in parts, each once, never past the whole; the last one closes the trade', async () => {
    const trade = await paid();
    expect((await gateway.refund(part(trade, 'R1', 3000))).kind).toBe('done');
    expect((await gateway.refund(part(trade, 'R1', 3000))).kind).toBe('unknown');
    expect(await gateway.refund(part(trade, 'R1', 3001))).toMatchObject({ subCode: 'ACQ.DISCORDANT_REPEAT_REQUEST' });
    expect(await gateway.refund(part(trade, 'R2', 7001))).toMatchObject({ kind: 'refused' });
    expect(await gateway.query(trade)).toMatchObject({ trade: { status: 'TRADE_SUCCESS', amount: 10_000 } });
    expect((await gateway.refund(part(trade, 'R3', 7000))).kind).toBe('done');
    expect(await gateway.query(trade)).toMatchObject({ trade: { status: 'TRADE_CLOSED' } });
    expect(await gateway.refundQuery(part(trade, 'R1', 0))).toMatchObject({ kind: 'found', amount: 3000 });
    expect((await gateway.refundQuery(part(trade, 'R2', 0))).kind).toBe('absent');
    expect(await gateway.refundQuery(part(trade, 'R3', 0))).toMatchObject({ kind: 'found', amount: 7000 });
  });

  it.each([
    ['20000', 'absent'],
    ['unsigned', 'found'],
  ] as const)('answered with %s are unknown; the question tells: %s', async (refundFault, made) => {
    const trade = await paid();
    await control(trade, 'faults', { refundFault, refundQueryFault: '20000' });
    expect((await gateway.refund(part(trade, 'R1', 100))).kind).toBe('unknown');
    expect((await gateway.refundQuery(part(trade, 'R1', 100))).kind).toBe('unknown');
    await control(trade, 'faults', { refundFault: null, refundQueryFault: null });
    expect((await gateway.refundQuery(part(trade, 'R1', 100))).kind).toBe(made);
  });

  it('are refused where there is no money, and absent where there is no trade', async () => {
    const trade = await paid();
    await control(trade, 'faults', { refundFault: 'balance' });
    expect(await gateway.refund(part(trade, 'R1', 100))).toMatchObject({ subCode: 'ACQ.SELLER_BALANCE_NOT_ENOUGH' });
    expect((await gateway.refundQuery(part(trade, 'R1', 100))).kind).toBe('absent');
    expect(await gateway.refund(part('never', 'R1', 100))).toMatchObject({ subCode: 'ACQ.TRADE_NOT_EXIST' });
    expect((await gateway.refundQuery(part('never', 'R1', 100))).kind).toBe('absent');
  });
});
