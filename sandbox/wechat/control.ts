import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { refuseForeignOrigins } from '../foreign-origin';
import type { WechatContext } from './context';
import { controlScan } from './control-scan';
import { appView, callsView, messagesView, pushesView, userView } from './control-view';
import { changeFaults } from './faults';
import { PUSH_MODES } from './push-modes';
import type { User } from './state';
import { createUser, findUser, follow, nicknameSchema, say, sayingSchema, unfollow } from './users';

const BASE = '/control/wechat';
const MAX_BODY_BYTES = 16 * 1024;

type Handler = (c: Context, user: User) => Response | Promise<Response>;

const newUserSchema = z.strictObject({ nickname: nicknameSchema, unionid: z.boolean().default(true) });
const followSchema = z.strictObject({ qrKey: z.string().optional() });
const textSchema = z.strictObject({ content: sayingSchema });
const serverSchema = z.strictObject({ mode: z.enum(PUSH_MODES) });
const expireSchema = z.strictObject({ as: z.enum(['42001', '40001']).default('42001') });

/** The test's side door: makes users, acts for them and looks at what they got. JSON in, JSON out. */
export function controlRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  const limit = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('request body too large', 413) });
  app.use(`${BASE}/*`, refuseForeignOrigins, limit);
  app.get(`${BASE}/apps/:appId`, (c) =>
    c.req.param('appId') === ctx.config.appId ? c.json(appView(ctx)) : fail(c, 404, 'unknown-app', 'no such app'),
  );
  app.post(`${BASE}/token/expire`, (c) => expireTokens(c, ctx));
  app.post(`${BASE}/server`, (c) => setServer(c, ctx));
  app.post(`${BASE}/users`, (c) => addUser(c, ctx));
  userRoutes(app, ctx);
  return app;
}

function userRoutes(app: Hono, ctx: WechatContext): void {
  const withUser = (handle: Handler) => (c: Context) => {
    const user = findUser(ctx, c.req.param('id') ?? '');
    return user === null ? fail(c, 404, 'unknown-user', 'no user with this id or openid') : handle(c, user);
  };
  const path = `${BASE}/users/:id`;
  app.get(
    path,
    withUser((c, user) => c.json(userView(user))),
  );
  app.get(
    `${path}/messages`,
    withUser((c, user) => c.json({ messages: messagesView(user) })),
  );
  app.get(
    `${path}/calls`,
    withUser((c, user) => c.json({ calls: callsView(user) })),
  );
  app.get(
    `${path}/pushes`,
    withUser((c, user) => c.json({ pushes: pushesView(user) })),
  );
  app.post(
    `${path}/follow`,
    withUser((c, user) => followAccount(c, ctx, user)),
  );
  app.post(
    `${path}/unfollow`,
    withUser(async (c, user) => {
      await unfollow(ctx, user);
      return c.json(userView(user));
    }),
  );
  app.post(
    `${path}/text`,
    withUser((c, user) => sendText(c, ctx, user)),
  );
  app.post(
    `${path}/faults`,
    withUser((c, user) => setFaults(c, ctx, user)),
  );
  app.post(
    `${path}/scan`,
    withUser((c, user) => controlScan(c, ctx, user)),
  );
}

async function addUser(c: Context, ctx: WechatContext): Promise<Response> {
  const given = newUserSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-user', 'expected {nickname, unionid?}');
  return c.json(userView(createUser(ctx, given.data)), 201);
}

/** With `qrKey` as if by that parametric QR code, else by the account's own card. */
async function followAccount(c: Context, ctx: WechatContext, user: User): Promise<Response> {
  const given = followSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-follow', 'expected {qrKey?}');
  await follow(ctx, user, given.data.qrKey ?? null);
  return c.json(userView(user));
}

async function sendText(c: Context, ctx: WechatContext, user: User): Promise<Response> {
  const given = textSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-text', 'expected {content}');
  if (!(await say(ctx, user, given.data.content))) return fail(c, 409, 'not-following', 'only a follower can write');
  return c.json(userView(user));
}

/** Changes the switches that are named and leaves the others. */
async function setFaults(c: Context, ctx: WechatContext, user: User): Promise<Response> {
  const faults = changeFaults(user.faults, await readJson(c));
  if (faults === null) return fail(c, 400, 'invalid-faults', 'expected a JSON object of known fault switches');
  ctx.store.record({ type: 'user.faults', at: ctx.runtime.now(), userId: user.id, faults });
  return c.json({ id: user.id, faults });
}

/** The account's 消息加解密方式. */
async function setServer(c: Context, ctx: WechatContext): Promise<Response> {
  const given = serverSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-mode', 'expected {mode: "plain" | "compat" | "safe"}');
  ctx.store.record({ type: 'server.mode', at: ctx.runtime.now(), mode: given.data.mode });
  return c.json(appView(ctx));
}

/** Ends the account's current tokens: they answer 42001 from now on, or 40001 as if somebody else had fetched one. */
async function expireTokens(c: Context, ctx: WechatContext): Promise<Response> {
  const given = expireSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-reason', 'expected {as?: "42001" | "40001"}');
  const because = given.data.as === '40001' ? 'replaced' : 'expired';
  const at = ctx.runtime.now();
  for (const current of Object.values(ctx.store.state.currentToken)) {
    if (current !== null) ctx.store.record({ type: 'token.ended', at, token: current.token, because });
  }
  return c.json(appView(ctx));
}

/** A body that is missing counts as {}. */
async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fail(c: Context, status: 400 | 404 | 409, code: string, message: string): Response {
  return c.json({ error: { code, message } }, status);
}
