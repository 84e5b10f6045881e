import { formatYuan } from './amount';
import { formatBeijing, formatBeijingMs } from './beijing-time';
import { type AlipayConfig, BUYER } from './config';
import type { Faults } from './faults';
import { signMessage } from './sign';
import type { Notification, Trade } from './state';

/** The signed form of a notify, with the trade's faults in it. Built at each attempt: notify_time is the send time. */
export function buildNotify(
  config: AlipayConfig,
  trade: Trade,
  notification: Notification,
  faults: Faults,
  now: number,
): Record<string, string> {
  const params = {
    ...commonParams(config, trade, notification, now),
    ...(notification.refund === null ? paymentParams(trade) : refundParams(notification, notification.refund)),
    ...faultyParams(config, trade, faults),
  };
  const signed = signMessage(params, config.privateKey);
  return faults.badSignature ? { ...signed, sign: corrupt(signed.sign ?? '') } : signed;
}

function commonParams(
  config: AlipayConfig,
  trade: Trade,
  notification: Notification,
  now: number,
): Record<string, string> {
  const { order } = trade;
  return {
    notify_time: formatBeijing(now),
    notify_type: 'trade_status_sync',
    notify_id: notification.notifyId,
    charset: 'utf-8',
    version: '1.0',
    app_id: config.appId,
    auth_app_id: config.appId,
    trade_no: trade.tradeNo,
    out_trade_no: order.outTradeNo,
    seller_id: config.sellerId,
    buyer_id: BUYER.id,
    buyer_logon_id: BUYER.logonId,
    trade_status: notification.tradeStatus,
    total_amount: formatYuan(order.totalFen),
    subject: order.subject,
    ...(order.body === null ? {} : { body: order.body }),
    ...(order.passbackParams === null ? {} : { passback_params: order.passbackParams }),
    gmt_create: formatBeijing(trade.createdAt),
    ...(trade.paidAt === null ? {} : { gmt_payment: formatBeijing(trade.paidAt) }),
  };
}

function paymentParams(trade: Trade): Record<string, string> {
  const amount = formatYuan(trade.order.totalFen);
  return {
    receipt_amount: amount,
    invoice_amount: amount,
    buyer_pay_amount: amount,
    point_amount: '0.00',
    fund_bill_list: JSON.stringify([{ amount, fundChannel: 'ALIPAYACCOUNT' }]),
  };
}

/** refund_fee of a notify is the total refunded so far; only the last refund of a trade closes it. */
function refundParams(notification: Notification, refund: NonNullable<Notification['refund']>): Record<string, string> {
  return {
    refund_fee: formatYuan(refund.refundedFen),
    gmt_refund: formatBeijingMs(refund.at),
    out_biz_no: refund.outBizNo,
    ...(notification.tradeStatus === 'TRADE_CLOSED' ? { gmt_close: formatBeijing(refund.at) } : {}),
  };
}

function faultyParams(config: AlipayConfig, trade: Trade, faults: Faults): Record<string, string> {
  return {
    ...(faults.wrongAmount ? { total_amount: formatYuan(trade.order.totalFen + 1) } : {}),
    ...(faults.wrongAppId ? { app_id: otherNumber(config.appId) } : {}),
    ...(faults.wrongSellerId ? { seller_id: otherNumber(config.sellerId) } : {}),
  };
}

/** The same number but for its last digit: of the right form, and not ours. */
function otherNumber(digits: string): string {
  return `${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10}`;
}

function corrupt(signature: string): string {
  const bytes = Buffer.from(signature, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 0xff;
  return bytes.toString('base64');
}
