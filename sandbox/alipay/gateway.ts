import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { sleep } from '../runtime';
import { API } from './api-answers';
import { authenticate, type Call } from './authenticate';
import type { AlipayContext } from './context';
import { errorNode, type GatewayError, isUnsigned, refusal } from './gateway-error';
import { type ApiMethod, isMethod, isPageMethod, type PageMethod } from './methods';
import { errorPage } from './pages';
import { parsePayParams } from './pay-params';
import { readParams } from './request';
import { signRsa2 } from './sign';
import { faultsOf } from './state';
import { parseTradeRef } from './trade-params';
import { checkOrder, resolveRef } from './trades';

const MAX_BODY_BYTES = 256 * 1024;
/** Longer than any client waits (the Node SDK: 5 s). */
const LATE_ANSWER_MS = 15_000;

type Fault = 'timeout' | '20000' | 'unsigned' | null;

/** `GET|POST /gateway.do`: every method of the open platform comes through this one door. */
export function gatewayRoutes(ctx: AlipayContext): Hono {
  const app = new Hono();
  const limit = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('request body too large', 413) });
  app.on(['GET', 'POST'], '/gateway.do', limit, async (c) => {
    const params = await readParams(c.req.raw);
    if (!params.ok) {
      if (params.error === 'not-a-form') return c.text('expected a form', 415);
      return refuse(c, ctx, c.req.query('method') ?? '', params.error);
    }
    const call = authenticate(params.value, ctx.config, ctx.runtime.now());
    if (!call.ok) return refuse(c, ctx, params.value.get('method') ?? '', call.error);
    const { method } = call.value;
    return isPageMethod(method) ? openPage(c, ctx, call.value, method) : callApi(c, ctx, call.value, method);
  });
  return app;
}

function refuse(c: Context, ctx: AlipayContext, method: string, error: GatewayError): Response | Promise<Response> {
  if (isPageMethod(method)) return c.html(errorPage(error));
  return answerJson(c, ctx, method, errorNode(error), !isUnsigned(error));
}

/** A page method leads to the cashier; its refusals are shown to the buyer, as a page with status 200. */
function openPage(c: Context, ctx: AlipayContext, call: Call, method: PageMethod): Response | Promise<Response> {
  const at = ctx.runtime.now();
  const parsed = parsePayParams(method, call.biz, at);
  if (!parsed.ok) return c.html(errorPage(parsed.error));
  const { sellerId, ...params } = parsed.value;
  if (sellerId !== null && sellerId !== '' && sellerId !== ctx.config.sellerId) {
    return c.html(errorPage(refusal('ACQ.INVALID_RECEIVE_ACCOUNT', 'seller_id')));
  }
  const request = { ...params, method, notifyUrl: call.notifyUrl, returnUrl: call.returnUrl };
  const refused = checkOrder(ctx, request);
  if (refused !== null) return c.html(errorPage(refused));
  const token = ctx.runtime.randomBytes(18).toString('base64url');
  ctx.store.record({ type: 'order.accepted', at, order: { ...request, token } });
  return c.redirect(`/cashier/${token}`, 302);
}

async function callApi(c: Context, ctx: AlipayContext, call: Call, method: ApiMethod): Promise<Response> {
  const fault = faultFor(ctx, call);
  if (fault === '20000') return answerJson(c, ctx, method, errorNode(refusal('aop.unknow-error')), true);
  const answer = API[method](ctx, call.biz, new URL(c.req.url).origin);
  if (fault === 'timeout') await sleep(ctx.runtime, LATE_ANSWER_MS);
  const node = answer.ok ? answer.value : errorNode(answer.error);
  return answerJson(c, ctx, method, node, fault !== 'unsigned');
}

function faultFor(ctx: AlipayContext, call: Call): Fault {
  const ref = parseTradeRef(call.biz);
  const outTradeNo = ref.ok ? resolveRef(ctx.store.state, ref.value) : null;
  if (outTradeNo === null) return null;
  const { queryFault, refundFault, refundQueryFault } = faultsOf(ctx.store.state, outTradeNo);
  if (call.method === 'alipay.trade.query') return queryFault;
  if (call.method === 'alipay.trade.fastpay.refund.query') return refundQueryFault;
  return call.method === 'alipay.trade.refund' && refundFault !== 'balance' ? refundFault : null;
}

/** The signature covers the raw text of the node, byte for byte; the real gateway also calls its JSON text/html. */
function answerJson(
  c: Context,
  ctx: AlipayContext,
  method: string,
  node: Readonly<Record<string, unknown>>,
  signed: boolean,
): Response {
  const text = JSON.stringify(node);
  const key = isMethod(method) ? `${method.replaceAll('.', '_')}_response` : 'error_response';
  const sign = signed ? `,"sign":"${signRsa2(text, ctx.config.privateKey)}"` : '';
  return c.body(`{"${key}":${text}${sign}}`, 200, { 'content-type': 'text/html;charset=utf-8' });
}
