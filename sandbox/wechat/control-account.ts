import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { WechatContext } from './context';
import { fail, readJson } from './control-answers';
import { appView, quotasView } from './control-view';
import { callFaultsSchema, changeFaults, NO_FAULTS } from './faults';
import { PUSH_MODES } from './push-modes';
import { QUOTA_KINDS, quotaLimitSchema } from './quotas';
import { endTokens } from './tokens';

const expireSchema = z.strictObject({ as: z.enum(['42001', '40001']).default('42001') });
const serverSchema = z.strictObject({ mode: z.enum(PUSH_MODES) });
const limitsSchema = z.partialRecord(z.enum(QUOTA_KINDS), quotaLimitSchema.partial());
const faultsSchema = callFaultsSchema.extend({ path: z.string().startsWith('/') });

/** What concerns the account and so everybody at once: tests that share a sandbox meet here. */
export function accountControlRoutes(ctx: WechatContext, base: string): Hono {
  const app = new Hono();
  app.get(`${base}/apps/:appId`, (c) =>
    c.req.param('appId') === ctx.config.appId ? c.json(appView(ctx)) : fail(c, 404, 'unknown-app', 'no such app'),
  );
  app.post(`${base}/token/expire`, (c) => expireTokens(c, ctx));
  app.post(`${base}/server`, (c) => setServer(c, ctx));
  app.get(`${base}/quotas`, (c) => c.json(quotasView(ctx)));
  app.post(`${base}/quotas`, (c) => setQuotas(c, ctx));
  app.post(`${base}/faults`, (c) => setCallFaults(c, ctx));
  app.get(`${base}/menu`, (c) => c.json({ menu: ctx.store.state.menu }));
  return app;
}

/** Ends the account's current tokens: they answer 42001 from now on, or 40001 as if somebody else had fetched one. */
async function expireTokens(c: Context, ctx: WechatContext): Promise<Response> {
  const given = expireSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-reason', 'expected {as?: "42001" | "40001"}');
  endTokens(ctx, given.data.as === '40001' ? 'replaced' : 'expired');
  return c.json(appView(ctx));
}

/** The account's 消息加解密方式. */
async function setServer(c: Context, ctx: WechatContext): Promise<Response> {
  const given = serverSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-mode', 'expected {mode: "plain" | "compat" | "safe"}');
  ctx.store.record({ type: 'server.mode', at: ctx.runtime.now(), mode: given.data.mode });
  return c.json(appView(ctx));
}

/** Changes the limits that are named and leaves the others. */
async function setQuotas(c: Context, ctx: WechatContext): Promise<Response> {
  const given = limitsSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-quotas', 'expected {<kind>: {day?, minute?}}');
  const at = ctx.runtime.now();
  for (const kind of QUOTA_KINDS) {
    const change = given.data[kind];
    if (change === undefined) continue;
    const { limit } = ctx.store.state.quotas[kind];
    const { day = limit.day, minute = limit.minute } = change;
    ctx.store.record({ type: 'quota.limit', at, kind, limit: { day, minute } });
  }
  return c.json(quotasView(ctx));
}

/** Faults of calls that are about nobody, such as qrcode/create. */
async function setCallFaults(c: Context, ctx: WechatContext): Promise<Response> {
  const given = faultsSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-faults', 'expected {path, <counted switch of sends>…}');
  const { path, ...change } = given.data;
  const faults = changeFaults(ctx.store.state.callFaults.get(path) ?? NO_FAULTS, change);
  if (faults === null) return fail(c, 400, 'invalid-faults', 'expected {path, <counted switch of sends>…}');
  ctx.store.record({ type: 'calls.faults', at: ctx.runtime.now(), path, faults });
  return c.json({ path, faults: change });
}
