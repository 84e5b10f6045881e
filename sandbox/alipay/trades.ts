import { err, ok, type Result } from '../result';
import { randomDigits } from '../runtime';
import { beijingDate, nextBeijingMidnight } from './beijing-time';
import type { AlipayContext } from './context';
import type { Order } from './events';
import { type GatewayError, refusal } from './gateway-error';
import type { Expiry } from './pay-params';
import type { State, Trade } from './state';
import type { TradeRef } from './trade-params';

const REFUNDABLE_MS = 365 * 86_400_000;

/** The trade, brought up to date: an unpaid one past its time is closed, a paid one is finished after a year. */
export function findTrade(ctx: AlipayContext, outTradeNo: string): Trade | null {
  const trade = ctx.store.state.trades.get(outTradeNo);
  if (trade === undefined) return null;
  const now = ctx.runtime.now();
  if (trade.status === 'WAIT_BUYER_PAY' && now >= trade.expiresAt) {
    ctx.store.record({ type: 'trade.closed', at: trade.expiresAt, outTradeNo });
  }
  if (trade.status === 'TRADE_SUCCESS' && trade.paidAt !== null && now >= trade.paidAt + REFUNDABLE_MS) {
    ctx.store.record({ type: 'trade.finished', at: now, outTradeNo });
  }
  return trade;
}

/** The out_trade_no a reference means; an unknown trade_no falls to nothing, it never falls back to the other number. */
export function resolveRef(state: State, ref: TradeRef): string | null {
  return ref.tradeNo === null ? ref.outTradeNo : (state.outTradeNos.get(ref.tradeNo) ?? null);
}

export function findByRef(ctx: AlipayContext, ref: TradeRef): Result<Trade, GatewayError> {
  const outTradeNo = resolveRef(ctx.store.state, ref);
  const trade = outTradeNo === null ? null : findTrade(ctx, outTradeNo);
  return trade === null ? err(refusal('ACQ.TRADE_NOT_EXIST')) : ok(trade);
}

/** Whether a request may (still) be paid: a trade with its number must be unpaid and of the same content. */
export function checkOrder(ctx: AlipayContext, order: Omit<Order, 'token'>): GatewayError | null {
  const trade = findTrade(ctx, order.outTradeNo);
  if (trade === null) {
    const late = order.expiry.kind === 'at' && ctx.runtime.now() >= order.expiry.at;
    return late ? refusal('ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR') : null;
  }
  if (trade.status === 'TRADE_CLOSED') return refusal('ACQ.TRADE_HAS_CLOSE');
  if (trade.status !== 'WAIT_BUYER_PAY') return refusal('ACQ.TRADE_HAS_SUCCESS');
  return sameContent(trade.order, order) ? null : refusal('ACQ.CONTEXT_INCONSISTENT');
}

function sameContent(a: Omit<Order, 'token'>, b: Omit<Order, 'token'>): boolean {
  return a.totalFen === b.totalFen && a.subject === b.subject && a.body === b.body && a.method === b.method;
}

/** The buyer enters the cashier. Only now does the trade exist; the first request with its number decides its terms. */
export function enterCashier(ctx: AlipayContext, order: Order): Result<Trade, GatewayError> {
  const refused = checkOrder(ctx, order);
  if (refused !== null) return err(refused);
  const existing = ctx.store.state.trades.get(order.outTradeNo);
  if (existing !== undefined) return ok(existing);
  const at = ctx.runtime.now();
  const tradeNo = `${beijingDate(at)}22001${randomDigits(ctx.runtime, 15)}`;
  ctx.store.record({ type: 'trade.created', at, token: order.token, tradeNo, expiresAt: expiryOf(order.expiry, at) });
  const created = findTrade(ctx, order.outTradeNo);
  return created === null ? err(refusal('ACQ.TRADE_NOT_EXIST')) : ok(created);
}

function expiryOf(expiry: Expiry, createdAt: number): number {
  if (expiry.kind === 'at') return expiry.at;
  return expiry.kind === 'after' ? createdAt + expiry.ms : nextBeijingMidnight(createdAt);
}

/** The buyer pays. Refused for a trade that is paid or closed by now, so nothing happens twice. */
export function payTrade(ctx: AlipayContext, order: Order): Result<Trade, GatewayError> {
  const entered = enterCashier(ctx, order);
  if (!entered.ok) return entered;
  ctx.store.record({ type: 'trade.paid', at: ctx.runtime.now(), outTradeNo: order.outTradeNo });
  ctx.notifier.queue(entered.value, { tradeStatus: 'TRADE_SUCCESS', refund: null });
  return entered;
}

/** Closing (here, or by its time) sends no notify: TRADE_CLOSED is off by default for unpaid trades. */
export function closeTrade(ctx: AlipayContext, ref: TradeRef): Result<Trade, GatewayError> {
  const found = findByRef(ctx, ref);
  if (!found.ok) return found;
  const trade = found.value;
  if (trade.status === 'TRADE_CLOSED') return err(refusal('ACQ.REASON_TRADE_STATUS_INVALID'));
  if (trade.status !== 'WAIT_BUYER_PAY') return err(refusal('ACQ.TRADE_STATUS_ERROR'));
  ctx.store.record({ type: 'trade.closed', at: ctx.runtime.now(), outTradeNo: trade.order.outTradeNo });
  return ok(trade);
}
