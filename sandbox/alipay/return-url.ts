import { formatYuan } from './amount';
import { formatBeijing } from './beijing-time';
import type { AlipayConfig } from './config';
import type { Order } from './events';
import { signMessage } from './sign';
import type { Trade } from './state';

/**
 * Where the browser goes after a payment, or null without a return_url. The merchant's own query stays and is not
 * signed; there is no trade_status in it: a return proves nothing about payment.
 */
export function buildReturnUrl(config: AlipayConfig, order: Order, trade: Trade, now: number): string | null {
  if (order.returnUrl === null) return null;
  const params = signMessage(
    {
      charset: 'utf-8',
      out_trade_no: order.outTradeNo,
      method: `${order.method}.return`,
      total_amount: formatYuan(trade.order.totalFen),
      trade_no: trade.tradeNo,
      auth_app_id: config.appId,
      version: '1.0',
      app_id: config.appId,
      seller_id: config.sellerId,
      timestamp: formatBeijing(now),
    },
    config.privateKey,
  );
  const url = new URL(order.returnUrl);
  for (const [name, value] of Object.entries(params)) url.searchParams.append(name, value);
  return url.toString();
}

/** Where the browser goes without having paid: quit_url, else the merchant's front page, else nowhere. */
export function leaveUrl(order: Order): string | null {
  if (order.quitUrl !== null) return order.quitUrl;
  return order.returnUrl === null ? null : `${new URL(order.returnUrl).origin}/`;
}
