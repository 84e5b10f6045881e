import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import QRCode from 'qrcode';
import { cashierPage } from './cashier-page';
import type { AlipayContext } from './context';
import type { Order } from './events';
import { addFormFaults } from './faults';
import type { GatewayError } from './gateway-error';
import { errorPage, messagePage } from './pages';
import { qrPage } from './qr-page';
import { readParams } from './request';
import { buildReturnUrl, leaveUrl } from './return-url';
import { faultsOf, type Trade } from './state';
import { checkOrder, enterCashier, findTrade, payTrade } from './trades';

const MAX_FORM_BYTES = 16 * 1024;

type Handler = (c: Context, order: Order) => Response | Promise<Response>;

/**
 * The buyer's pages. Opening `/cashier/<token>` stands for signing in at the cashier: it creates the trade. In a frame
 * it is a QR code only, which leads a phone to `/cashier/<token>/scan`: that creates the trade.
 */
export function cashierRoutes(ctx: AlipayContext): Hono {
  const app = new Hono();
  const withOrder = (handle: Handler) => (c: Context) => {
    const order = ctx.store.state.orders.get(c.req.param('token') ?? '');
    if (order !== undefined) return handle(c, order);
    return c.html(messagePage('收银台不存在', '这个地址无效，请回到商户网站重新发起付款。', null), 404);
  };
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES, onError: (c) => c.text('request body too large', 413) });
  app.get(
    '/cashier/:token',
    withOrder((c, order) => (order.qrWidth === null ? show(c, ctx, order) : showQr(c, ctx, order, order.qrWidth))),
  );
  app.get(
    '/cashier/:token/scan',
    withOrder((c, order) => show(c, ctx, order)),
  );
  app.post(
    '/cashier/:token/pay',
    limit,
    withOrder((c, order) => pay(c, ctx, order)),
  );
  app.post('/cashier/:token/cancel', limit, withOrder(cancel));
  return app;
}

function show(c: Context, ctx: AlipayContext, order: Order): Response | Promise<Response> {
  const entered = enterCashier(ctx, order);
  if (!entered.ok) return refuse(c, ctx, order, entered.error, 200);
  const faults = faultsOf(ctx.store.state, order.outTradeNo);
  return c.html(cashierPage(ctx.config, order, entered.value, faults, ctx.runtime.now()));
}

async function showQr(c: Context, ctx: AlipayContext, order: Order, width: number): Promise<Response> {
  const refused = checkOrder(ctx, order);
  if (refused !== null) return refuse(c, ctx, order, refused, 200);
  const scanUrl = `${new URL(c.req.url).origin}/cashier/${order.token}/scan`;
  return c.html(qrPage(scanUrl, await QRCode.toString(scanUrl, { type: 'svg', width, margin: 1 })));
}

async function pay(c: Context, ctx: AlipayContext, order: Order): Promise<Response> {
  const { outTradeNo } = order;
  const form = await readParams(c.req.raw);
  const current = faultsOf(ctx.store.state, outTradeNo);
  const faults = form.ok ? addFormFaults(current, form.value) : null;
  if (faults === null) return c.html(messagePage('无法付款', '表单内容无效，没有扣款。', leaveUrl(order)), 400);
  const entered = enterCashier(ctx, order);
  if (!entered.ok) return refuse(c, ctx, order, entered.error, 409);
  ctx.store.record({ type: 'faults.set', at: ctx.runtime.now(), outTradeNo, faults });
  const paid = payTrade(ctx, order);
  if (!paid.ok) return refuse(c, ctx, order, paid.error, 409);
  const returnUrl = buildReturnUrl(ctx.config, order, paid.value, ctx.runtime.now());
  if (returnUrl === null) return c.html(messagePage('付款成功', '商户没有留下返回地址，可以关闭此页面。', null));
  return c.redirect(returnUrl, 303);
}

/** Leaving closes nothing: the trade waits for its buyer until its time is over. */
function cancel(c: Context, order: Order): Response | Promise<Response> {
  const url = leaveUrl(order);
  if (url !== null) return c.redirect(url, 303);
  return c.html(messagePage('已离开收银台', '没有付款，在付款时间内仍可继续付款。', null));
}

function refuse(
  c: Context,
  ctx: AlipayContext,
  order: Order,
  error: GatewayError,
  status: ContentfulStatusCode,
): Response | Promise<Response> {
  const trade = findTrade(ctx, order.outTradeNo);
  const { subCode } = error;
  if (subCode === 'ACQ.TRADE_HAS_SUCCESS') {
    const back = trade === null ? null : buildReturnUrl(ctx.config, order, trade, ctx.runtime.now());
    return c.html(messagePage('订单已付款', '这笔订单已经付过款，没有再次扣款。', back), status);
  }
  if (subCode === 'ACQ.TRADE_HAS_CLOSE' || subCode === 'ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR') {
    return c.html(messagePage('交易已关闭', closedReason(trade), leaveUrl(order)), status);
  }
  return c.html(errorPage(error), status);
}

function closedReason(trade: Trade | null): string {
  if (trade !== null && trade.refunds.length > 0) return '这笔订单已全额退款，不能再次付款。';
  const byMerchant = trade !== null && trade.closedAt !== null && trade.closedAt < trade.expiresAt;
  return byMerchant ? '商户已关闭这笔订单，不能付款。' : '已超过付款时间，不能付款。请回到商户网站重新下单。';
}
