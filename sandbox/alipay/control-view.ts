import { formatYuan } from './amount';
import type { AlipayContext } from './context';
import { faultsOf, type Notification, type State, type Trade } from './state';
import { findTrade } from './trades';

/** All the sandbox knows of an out_trade_no, for assertions; null when it was never asked to be paid. Times are ISO. */
export function controlView(ctx: AlipayContext, outTradeNo: string): Readonly<Record<string, unknown>> | null {
  const { state } = ctx.store;
  const order = state.orders.get(state.latestToken.get(outTradeNo) ?? '');
  if (order === undefined) return null;
  const trade = findTrade(ctx, outTradeNo);
  const terms = trade?.order ?? order;
  return {
    outTradeNo,
    method: terms.method,
    totalAmount: formatYuan(terms.totalFen),
    subject: terms.subject,
    notifyUrl: terms.notifyUrl,
    returnUrl: order.returnUrl,
    cashierPath: `/cashier/${order.token}`,
    faults: faultsOf(state, outTradeNo),
    ...(trade === null ? NOT_YET : tradeView(state, trade)),
  };
}

/** The buyer has not entered the cashier: `alipay.trade.query` says ACQ.TRADE_NOT_EXIST. */
const NOT_YET = {
  tradeNo: null,
  status: null,
  createdAt: null,
  expiresAt: null,
  paidAt: null,
  closedAt: null,
  refunds: [],
  notifications: [],
};

function tradeView(state: State, trade: Trade): Readonly<Record<string, unknown>> {
  return {
    tradeNo: trade.tradeNo,
    status: trade.status,
    createdAt: iso(trade.createdAt),
    expiresAt: iso(trade.expiresAt),
    paidAt: iso(trade.paidAt),
    closedAt: iso(trade.closedAt),
    refunds: trade.refunds.map((refund) => ({
      outRequestNo: refund.outRequestNo,
      refundAmount: formatYuan(refund.amountFen),
      at: iso(refund.at),
    })),
    notifications: trade.notifyIds
      .map((notifyId) => state.notifications.get(notifyId))
      .filter((notification) => notification !== undefined)
      .map(notificationView),
  };
}

function notificationView(notification: Notification): Readonly<Record<string, unknown>> {
  return {
    notifyId: notification.notifyId,
    tradeStatus: notification.tradeStatus,
    delivered: notification.delivered,
    attempts: notification.attempts,
    nextAttemptAt: iso(notification.nextAt),
    deliveries: notification.deliveries.map((delivery) => ({ ...delivery, at: iso(delivery.at) })),
  };
}

function iso(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
