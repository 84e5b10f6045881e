import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refuseForeignOrigins } from '../foreign-origin';
import { billControlRoutes } from './bill-control';
import type { AlipayContext } from './context';
import { controlView } from './control-view';
import type { Order } from './events';
import { changeFaults } from './faults';
import { subMessage } from './gateway-error';
import { buildReturnUrl } from './return-url';
import { faultsOf } from './state';
import { findTrade, payTrade } from './trades';

const BASE = '/control/alipay/trades/:outTradeNo';
const MAX_BODY_BYTES = 16 * 1024;

type ControlStatus = 400 | 404 | 409;

/** The test's side door: looks into a trade and turns its faults on and off. JSON in, JSON out. */
export function controlRoutes(ctx: AlipayContext): Hono {
  const app = new Hono();
  app.use('/control/alipay/*', refuseForeignOrigins);
  const limit = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('request body too large', 413) });
  app.get(BASE, (c) => answerView(c, ctx));
  app.post(`${BASE}/faults`, limit, (c) => setFaults(c, ctx));
  app.post(`${BASE}/pay`, limit, (c) => pay(c, ctx));
  app.post(`${BASE}/notify`, limit, (c) => resend(c, ctx));
  app.route('/', billControlRoutes(ctx));
  return app;
}

function answerView(c: Context, ctx: AlipayContext): Response {
  const view = controlView(ctx, numberOf(c));
  return view === null ? fail(c, 404, 'unknown-trade', 'no payment request with this out_trade_no') : c.json(view);
}

/** Changes the switches that are named and leaves the others; works before the trade, or even its request, exists. */
async function setFaults(c: Context, ctx: AlipayContext): Promise<Response> {
  const outTradeNo = numberOf(c);
  if (!/^[A-Za-z0-9_]{1,64}$/.test(outTradeNo)) return fail(c, 400, 'invalid-number', 'malformed out_trade_no');
  const change: unknown = await c.req.json().catch(() => null);
  const faults = changeFaults(faultsOf(ctx.store.state, outTradeNo), change);
  if (faults === null) return fail(c, 400, 'invalid-faults', 'expected a JSON object of known fault switches');
  ctx.store.record({ type: 'faults.set', at: ctx.runtime.now(), outTradeNo, faults });
  return c.json({ outTradeNo, faults });
}

/** Pays the newest request with this number, as if its buyer had opened the page and confirmed. */
function pay(c: Context, ctx: AlipayContext): Response {
  const order = latestOrder(ctx, numberOf(c));
  if (order === undefined) return fail(c, 404, 'unknown-trade', 'no payment request with this out_trade_no');
  const paid = payTrade(ctx, order);
  if (!paid.ok) return fail(c, 409, paid.error.subCode, subMessage(paid.error));
  const returnUrl = buildReturnUrl(ctx.config, order, paid.value, ctx.runtime.now());
  return c.json({ ...controlView(ctx, order.outTradeNo), returnUrl });
}

/** Sends the newest notify once more and answers how it went; ignores the drop, delay and duplicate switches. */
async function resend(c: Context, ctx: AlipayContext): Promise<Response> {
  const trade = findTrade(ctx, numberOf(c));
  if (trade === null) return fail(c, 404, 'unknown-trade', 'no trade with this out_trade_no');
  const delivery = await ctx.notifier.resend(trade);
  if (delivery === null) return fail(c, 409, 'no-notify', 'this trade has nothing to notify, or no notify_url');
  return c.json({ delivery });
}

function latestOrder(ctx: AlipayContext, outTradeNo: string): Order | undefined {
  const { latestToken, orders } = ctx.store.state;
  return orders.get(latestToken.get(outTradeNo) ?? '');
}

function numberOf(c: Context): string {
  return c.req.param('outTradeNo') ?? '';
}

function fail(c: Context, status: ControlStatus, code: string, message: string): Response {
  return c.json({ error: { code, message } }, status);
}
