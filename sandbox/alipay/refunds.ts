import { err, ok, type Result } from '../result';
import type { AlipayContext } from './context';
import { type GatewayError, refusal } from './gateway-error';
import { faultsOf, refundedFen, type Trade } from './state';
import type { RefundParams } from './trade-params';
import { findByRef } from './trades';

export interface RefundOutcome {
  readonly trade: Trade;
  /** False for a repeated request: no money moved this time. */
  readonly changed: boolean;
}

/** out_request_no makes it idempotent; a full refund closes the trade. */
export function refundTrade(ctx: AlipayContext, params: RefundParams): Result<RefundOutcome, GatewayError> {
  const found = findByRef(ctx, params);
  if (!found.ok) return found;
  const trade = found.value;
  const { outTradeNo } = trade.order;
  const outRequestNo = params.outRequestNo ?? outTradeNo;
  const earlier = trade.refunds.find((refund) => refund.outRequestNo === outRequestNo);
  if (earlier !== undefined) {
    const same = earlier.amountFen === params.amountFen;
    return same ? ok({ trade, changed: false }) : err(refusal('ACQ.DISCORDANT_REPEAT_REQUEST'));
  }
  const refused = checkRefund(ctx, trade, params);
  if (refused !== null) return err(refused);
  const outBizNo = params.outRequestNo ?? trade.tradeNo;
  const refund = { at: ctx.runtime.now(), outRequestNo, outBizNo, amountFen: params.amountFen };
  ctx.store.record({ type: 'trade.refunded', outTradeNo, refund });
  const total = refundedFen(trade);
  const whole = total === trade.order.totalFen;
  if (whole) ctx.store.record({ type: 'trade.closed', at: refund.at, outTradeNo });
  ctx.notifier.queue(trade, {
    tradeStatus: whole ? 'TRADE_CLOSED' : 'TRADE_SUCCESS',
    refund: { ...refund, refundedFen: total },
  });
  return ok({ trade, changed: true });
}

function checkRefund(ctx: AlipayContext, trade: Trade, params: RefundParams): GatewayError | null {
  if (trade.status === 'WAIT_BUYER_PAY') return refusal('ACQ.TRADE_STATUS_ERROR');
  if (trade.status === 'TRADE_CLOSED') return refusal('ACQ.TRADE_HAS_CLOSE');
  if (trade.status === 'TRADE_FINISHED') return refusal('ACQ.TRADE_HAS_FINISHED');
  const left = trade.order.totalFen - refundedFen(trade);
  if (params.amountFen > left) return refusal('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL');
  if (params.outRequestNo === null && params.amountFen < trade.order.totalFen) {
    return refusal('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', '部分退款必须传入 out_request_no');
  }
  const short = faultsOf(ctx.store.state, trade.order.outTradeNo).refundFault === 'balance';
  return short ? refusal('ACQ.SELLER_BALANCE_NOT_ENOUGH') : null;
}
