import { ok, type Result } from '../result';
import { formatYuan } from './amount';
import { formatBeijing } from './beijing-time';
import { billAddress } from './bills';
import { BUYER } from './config';
import type { AlipayContext } from './context';
import type { GatewayError } from './gateway-error';
import type { ApiMethod } from './methods';
import { refundTrade } from './refunds';
import { refundedFen, type Trade } from './state';
import { parseRefund, parseRefundQuery, parseTradeRef } from './trade-params';
import { closeTrade, findByRef } from './trades';

type Biz = Readonly<Record<string, unknown>>;
type Node = Readonly<Record<string, unknown>>;
type Answer = Result<Node, GatewayError>;

/** The node of each API, with code and msg; field order is alphabetical as in real answers. */
export const API: Readonly<Record<ApiMethod, (ctx: AlipayContext, biz: Biz, origin: string) => Answer>> = {
  'alipay.trade.query': query,
  'alipay.trade.close': close,
  'alipay.trade.refund': refund,
  'alipay.trade.fastpay.refund.query': refundQuery,
  'alipay.data.dataservice.bill.downloadurl.query': bill,
};

function success(fields: Node): Answer {
  return ok({ code: '10000', msg: 'Success', ...fields });
}

/** Success means the question was answered; only trade_status says whether it is paid. */
function query(ctx: AlipayContext, biz: Biz): Answer {
  const ref = parseTradeRef(biz);
  if (!ref.ok) return ref;
  const found = findByRef(ctx, ref.value);
  if (!found.ok) return found;
  const trade = found.value;
  const paid = formatYuan(trade.paidAt === null ? 0 : trade.order.totalFen);
  const funds = trade.paidAt !== null && ref.value.queryOptions.includes('fund_bill_list');
  return success({
    buyer_logon_id: BUYER.logonId,
    buyer_pay_amount: paid,
    buyer_user_id: BUYER.id,
    buyer_user_type: 'PRIVATE',
    ...(funds ? { fund_bill_list: [{ amount: paid, fund_channel: 'ALIPAYACCOUNT' }] } : {}),
    invoice_amount: paid,
    out_trade_no: trade.order.outTradeNo,
    point_amount: '0.00',
    receipt_amount: paid,
    ...(trade.paidAt === null ? {} : { send_pay_date: formatBeijing(trade.paidAt) }),
    total_amount: formatYuan(trade.order.totalFen),
    trade_no: trade.tradeNo,
    trade_status: trade.status,
  });
}

function close(ctx: AlipayContext, biz: Biz): Answer {
  const ref = parseTradeRef(biz);
  if (!ref.ok) return ref;
  const closed = closeTrade(ctx, ref.value);
  return closed.ok ? success(numbers(closed.value)) : closed;
}

/** refund_fee is the trade's total so far, not this refund's amount; fund_change is N on a repeat. */
function refund(ctx: AlipayContext, biz: Biz): Answer {
  const params = parseRefund(biz);
  if (!params.ok) return params;
  const refunded = refundTrade(ctx, params.value);
  if (!refunded.ok) return refunded;
  const { trade, changed } = refunded.value;
  const last = trade.refunds.at(-1);
  return success({
    buyer_logon_id: BUYER.logonId,
    buyer_user_id: BUYER.id,
    fund_change: changed ? 'Y' : 'N',
    ...(last === undefined ? {} : { gmt_refund_pay: formatBeijing(last.at) }),
    out_trade_no: trade.order.outTradeNo,
    refund_fee: formatYuan(refundedFen(trade)),
    send_back_fee: '0.00',
    trade_no: trade.tradeNo,
  });
}

/** An unknown out_request_no is a success without refund_status, not an error. */
function refundQuery(ctx: AlipayContext, biz: Biz): Answer {
  const params = parseRefundQuery(biz);
  if (!params.ok) return params;
  const found = findByRef(ctx, params.value);
  if (!found.ok) return found;
  const trade = found.value;
  const { outRequestNo, queryOptions } = params.value;
  const made = trade.refunds.find((candidate) => candidate.outRequestNo === outRequestNo);
  if (made === undefined) return success({});
  return success({
    ...(queryOptions.includes('gmt_refund_pay') ? { gmt_refund_pay: formatBeijing(made.at) } : {}),
    out_request_no: outRequestNo,
    out_trade_no: trade.order.outTradeNo,
    refund_amount: formatYuan(made.amountFen),
    refund_status: 'REFUND_SUCCESS',
    total_amount: formatYuan(trade.order.totalFen),
    trade_no: trade.tradeNo,
  });
}

/** `origin`: where this gateway was reached, and so where the bill is, too. */
function bill(ctx: AlipayContext, biz: Biz, origin: string): Answer {
  const address = billAddress(ctx, biz, origin);
  return address.ok ? success({ bill_download_url: address.value }) : address;
}

function numbers(trade: Trade): Node {
  return { out_trade_no: trade.order.outTradeNo, trade_no: trade.tradeNo };
}
