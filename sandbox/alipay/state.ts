import type { BillPlan } from './bill-plan';
import type { AlipayEvent, Delivery, Order, QueuedNotification, Refund } from './events';
import { type Faults, NO_FAULTS } from './faults';

type TradeStatus = 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_FINISHED' | 'TRADE_CLOSED';

export interface Trade {
  /** The request that created it; later requests with the same out_trade_no join this trade. */
  readonly order: Order;
  readonly tradeNo: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  status: TradeStatus;
  paidAt: number | null;
  closedAt: number | null;
  readonly refunds: Refund[];
  readonly notifyIds: string[];
}

export interface Notification extends QueuedNotification {
  /** Attempts of the schedule, without manual ones. */
  attempts: number;
  nextAt: number | null;
  delivered: boolean;
  readonly deliveries: Delivery[];
}

export interface State {
  readonly orders: Map<string, Order>;
  /** out_trade_no → the newest cashier token. */
  readonly latestToken: Map<string, string>;
  readonly trades: Map<string, Trade>;
  /** trade_no → out_trade_no. */
  readonly outTradeNos: Map<string, string>;
  readonly faults: Map<string, Faults>;
  readonly notifications: Map<string, Notification>;
  /** `yyyy-MM-dd` → what is wrong with the bill of that day. */
  readonly bills: Map<string, BillPlan>;
}

export function emptyState(): State {
  return {
    orders: new Map(),
    latestToken: new Map(),
    trades: new Map(),
    outTradeNos: new Map(),
    faults: new Map(),
    notifications: new Map(),
    bills: new Map(),
  };
}

export function faultsOf(state: State, outTradeNo: string): Faults {
  return state.faults.get(outTradeNo) ?? NO_FAULTS;
}

export function refundedFen(trade: Trade): number {
  return trade.refunds.reduce((sum, refund) => sum + refund.amountFen, 0);
}

/** Folds one event in. It never decides: what is in the journal has happened. */
export function applyEvent(state: State, event: AlipayEvent): void {
  switch (event.type) {
    case 'order.accepted':
      state.orders.set(event.order.token, event.order);
      state.latestToken.set(event.order.outTradeNo, event.order.token);
      return;
    case 'trade.created':
      createTrade(state, event);
      return;
    case 'trade.paid':
    case 'trade.closed':
    case 'trade.finished':
      changeStatus(known(state.trades, event.outTradeNo), event);
      return;
    case 'trade.refunded':
      known(state.trades, event.outTradeNo).refunds.push(event.refund);
      return;
    case 'faults.set':
      state.faults.set(event.outTradeNo, event.faults);
      return;
    case 'bill.planned':
      state.bills.set(event.date, event.plan);
      return;
    case 'notify.queued':
      queueNotification(state, event.notification);
      return;
    case 'notify.attempted':
      recordAttempt(known(state.notifications, event.notifyId), event);
      return;
  }
}

function createTrade(state: State, event: Extract<AlipayEvent, { type: 'trade.created' }>): void {
  const order = known(state.orders, event.token);
  state.outTradeNos.set(event.tradeNo, order.outTradeNo);
  state.trades.set(order.outTradeNo, {
    order,
    tradeNo: event.tradeNo,
    createdAt: event.at,
    expiresAt: event.expiresAt,
    status: 'WAIT_BUYER_PAY',
    paidAt: null,
    closedAt: null,
    refunds: [],
    notifyIds: [],
  });
}

function changeStatus(
  trade: Trade,
  event: Extract<AlipayEvent, { type: 'trade.paid' | 'trade.closed' | 'trade.finished' }>,
): void {
  switch (event.type) {
    case 'trade.paid':
      trade.status = 'TRADE_SUCCESS';
      trade.paidAt = event.at;
      return;
    case 'trade.closed':
      trade.status = 'TRADE_CLOSED';
      trade.closedAt = event.at;
      return;
    case 'trade.finished':
      trade.status = 'TRADE_FINISHED';
  }
}

function queueNotification(state: State, queued: QueuedNotification): void {
  known(state.trades, queued.outTradeNo).notifyIds.push(queued.notifyId);
  state.notifications.set(queued.notifyId, {
    ...queued,
    attempts: 0,
    nextAt: queued.dueAt,
    delivered: false,
    deliveries: [],
  });
}

function recordAttempt(notification: Notification, event: Extract<AlipayEvent, { type: 'notify.attempted' }>): void {
  if (!event.manual) notification.attempts += 1;
  notification.nextAt = event.nextAt;
  notification.deliveries.push(...event.deliveries);
  notification.delivered ||= event.deliveries.some((delivery) => delivery.outcome === 'success');
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the journal speaks of ${String(key)}, which it never created`);
  return value;
}
