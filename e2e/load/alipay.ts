import { randomUUID } from 'node:crypto';
import type { Secrets } from '@/bin/stack/secrets';
import { notifyParams } from '@/tests/support/alipay';
import { signNotify } from '@/tests/support/alipay-keys';

type Keys = Secrets['alipay'];

/** The body of the notify that Alipay sends once the trade is paid, signed as Alipay does. `amount` in yuan: "99.00". */
export function paidNotify(keys: Keys, trade: { readonly outTradeNo: string; readonly amount: string }): string {
  const params = {
    ...notifyParams({ ...trade, tradeNo: randomUUID().replaceAll('-', '') }),
    app_id: keys.appId,
    auth_app_id: keys.appId,
    seller_id: keys.sellerId,
  };
  return new URLSearchParams(signNotify(params, { key: keys.alipayPrivateKey })).toString();
}

export const NOTIFY_PATH = '/api/alipay/notify';
export const NOTIFY_TYPE = 'application/x-www-form-urlencoded; charset=utf-8';

/** What the address of the cashier says about the trade. */
export function tradeOf(cashier: string): { outTradeNo: string; amount: string } {
  const content: unknown = JSON.parse(new URL(cashier).searchParams.get('biz_content') ?? '{}');
  if (typeof content !== 'object' || content === null || !('out_trade_no' in content) || !('total_amount' in content)) {
    throw new Error('the cashier was told of no trade');
  }
  return { outTradeNo: String(content.out_trade_no), amount: String(content.total_amount) };
}
