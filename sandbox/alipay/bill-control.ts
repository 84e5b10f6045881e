import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { changePlan } from './bill-plan';
import { planOf, rowsOf } from './bill-rows';
import type { AlipayContext } from './context';

const BASE = '/control/alipay/bills/:date';
const MAX_BODY_BYTES = 256 * 1024;

/** The test's side door to bills: what a day's bill says, and what is wrong with it. Mounted behind the origin check. */
export function billControlRoutes(ctx: AlipayContext): Hono {
  const app = new Hono();
  const limit = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('request body too large', 413) });
  app.get(BASE, (c) => answer(c, ctx));
  app.post(BASE, limit, async (c) => plan(c, ctx, await c.req.json().catch(() => null)));
  return app;
}

const dateOf = (c: Context): string | null => {
  const date = c.req.param('date') ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : null;
};

function answer(c: Context, ctx: AlipayContext): Response {
  const date = dateOf(c);
  if (date === null) return refuse(c, 'invalid-date', 'expected yyyy-MM-dd');
  return c.json({ date, plan: planOf(ctx.store.state, date), rows: rowsOf(ctx.store.state, date) });
}

/** Changes the switches that are named and leaves the others. */
function plan(c: Context, ctx: AlipayContext, change: unknown): Response {
  const date = dateOf(c);
  if (date === null) return refuse(c, 'invalid-date', 'expected yyyy-MM-dd');
  const changed = changePlan(planOf(ctx.store.state, date), change);
  if (changed === null) return refuse(c, 'invalid-plan', 'expected a JSON object of known switches');
  ctx.store.record({ type: 'bill.planned', at: ctx.runtime.now(), date, plan: changed });
  return answer(c, ctx);
}

const refuse = (c: Context, code: string, message: string): Response => c.json({ error: { code, message } }, 400);
