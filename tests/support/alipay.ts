import { createAlipayGateway } from '@/lib/gateways/alipay/client';
import type { AlipayGateway } from '@/lib/gateways/alipay/gateway';
import { alipayKeys, merchantKeys, signNotify } from './alipay-keys';
import { unique } from './factories';

export const APP_ID = '2021000000000001';
export const SELLER_ID = '2088000000000001';

/** The product's own gateway, with the test's keys. */
export const testGateway = (gateway = 'http://127.0.0.1:9/gateway.do'): AlipayGateway =>
  createAlipayGateway({
    appId: APP_ID,
    privateKey: merchantKeys.privateKey,
    alipayPublicKey: alipayKeys.publicKey,
    sellerId: SELLER_ID,
    gateway,
    siteUrl: 'https://luffy.example',
  });

/** The parameters of a genuine notify of a paid trade, unsigned. */
export const notifyParams = (trade: {
  readonly outTradeNo: string;
  readonly amount: string;
  readonly tradeNo?: string;
}): Record<string, string> => ({
  notify_time: '2026-01-02 03:04:05',
  notify_type: 'trade_status_sync',
  notify_id: unique('n'),
  charset: 'utf-8',
  version: '1.0',
  sign_type: 'RSA2',
  app_id: APP_ID,
  auth_app_id: APP_ID,
  seller_id: SELLER_ID,
  trade_no: trade.tradeNo ?? unique('t'),
  out_trade_no: trade.outTradeNo,
  trade_status: 'TRADE_SUCCESS',
  total_amount: trade.amount,
  subject: '路飞学城 100% + 课程',
});

/** The request a genuine Alipay would make. */
export function notifyRequest(params: Readonly<Record<string, string>>, signed = signNotify(params)): Request {
  return formRequest(new URLSearchParams(signed).toString());
}

export const formRequest = (body: string, type = 'application/x-www-form-urlencoded; text/html;charset=utf-8') =>
  new Request('https://luffy.example/api/alipay/notify', { method: 'POST', body, headers: { 'content-type': type } });
