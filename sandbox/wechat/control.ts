import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { refuseForeignOrigins } from '../foreign-origin';
import type { WechatContext } from './context';
import { accountControlRoutes } from './control-account';
import { fail, readJson } from './control-answers';
import { controlScan } from './control-scan';
import { callsView, messagesView, pushesView, userView } from './control-view';
import { changeFaults } from './faults';
import { buttonNamed, tapMenu } from './menu-tap';
import { answerPermits, changePermits } from './permits';
import type { User } from './state';
import { subscribeTemplatesOf } from './templates';
import { createUser, findUser, follow, nicknameSchema, say, sayingSchema, unfollow } from './users';

const BASE = '/control/wechat';
const MAX_BODY_BYTES = 16 * 1024;

type Handler = (c: Context, user: User) => Response | Promise<Response>;
type UserAction = (c: Context, ctx: WechatContext, user: User) => Promise<Response>;

const newUserSchema = z.strictObject({
  nickname: nicknameSchema,
  unionid: z.boolean().default(true),
  /** A follower of old: the account is not told. */
  following: z.boolean().default(false),
});
const followSchema = z.strictObject({ qrKey: z.string().optional() });
const textSchema = z.strictObject({ content: sayingSchema });
const tapSchema = z.strictObject({ name: z.string() });
const permitsSchema = z.strictObject({
  answers: z.array(z.strictObject({ title: z.string(), accepted: z.boolean() })).min(1),
  via: z.enum(['popup', 'change']).default('popup'),
});

/** The test's side door: makes users, acts for them and looks at what they got. JSON in, JSON out. */
export function controlRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  const limit = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('request body too large', 413) });
  app.use(`${BASE}/*`, refuseForeignOrigins, limit);
  app.route('/', accountControlRoutes(ctx, BASE));
  app.post(`${BASE}/users`, (c) => addUser(c, ctx));
  userRoutes(app, ctx);
  return app;
}

const VIEWS: Readonly<Record<string, (user: User) => object>> = {
  '': userView,
  '/messages': (user) => ({ messages: messagesView(user) }),
  '/calls': (user) => ({ calls: callsView(user) }),
  '/pushes': (user) => ({ pushes: pushesView(user) }),
};

const ACTIONS: Readonly<Record<string, UserAction>> = {
  '/follow': followAccount,
  '/unfollow': unfollowAccount,
  '/text': sendText,
  '/tap': tapButton,
  '/permits': decidePermits,
  '/faults': setFaults,
  '/scan': controlScan,
};

function userRoutes(app: Hono, ctx: WechatContext): void {
  const withUser = (handle: Handler) => (c: Context) => {
    const user = findUser(ctx, c.req.param('id') ?? '');
    return user === null ? fail(c, 404, 'unknown-user', 'no user with this id or openid') : handle(c, user);
  };
  const path = `${BASE}/users/:id`;
  for (const [end, view] of Object.entries(VIEWS)) {
    app.get(
      path + end,
      withUser((c, user) => c.json(view(user))),
    );
  }
  for (const [end, act] of Object.entries(ACTIONS)) {
    app.post(
      path + end,
      withUser((c, user) => act(c, ctx, user)),
    );
  }
}

async function addUser(c: Context, ctx: WechatContext): Promise<Response> {
  const given = newUserSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-user', 'expected {nickname, unionid?, following?}');
  const user = createUser(ctx, given.data);
  if (given.data.following) {
    ctx.store.record({ type: 'user.followed', at: ctx.runtime.now(), userId: user.id, scene: null });
  }
  return c.json(userView(user), 201);
}

/** With `qrKey` as if by that parametric QR code, else by the account's own card. */
async function followAccount(c: Context, ctx: WechatContext, user: User): Promise<Response> {
  const given = followSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-follow', 'expected {qrKey?}');
  await follow(ctx, user, given.data.qrKey ?? null);
  return c.json(userView(user));
}

async function unfollowAccount(c: Context, ctx: WechatContext, user: User): Promise<Response> {
  await unfollow(ctx, user);
  return c.json(userView(user));
}

async function sendText(c: Context, ctx: WechatContext, user: User): Promise<Response> {
  const given = textSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-text', 'expected {content}');
  if (!(await say(ctx, user, given.data.content))) return fail(c, 409, 'not-following', 'only a follower can write');
  return c.json(userView(user));
}

/** Taps the menu's button of that name. */
async function tapButton(c: Context, ctx: WechatContext, user: User): Promise<Response> {
  const given = tapSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-tap', 'expected {name}');
  const button = buttonNamed(ctx, given.data.name);
  if (button === null) return fail(c, 404, 'no-button', 'the menu has no button of this name');
  if (user.followedAt === null) return fail(c, 409, 'not-following', 'only a follower has the menu');
  await tapMenu(ctx, user, button);
  return c.json({ ...userView(user), opens: button.type === 'view' ? button.url : null });
}

/** Answers the dialog of 订阅通知, or changes the settings, by the templates' titles. */
async function decidePermits(c: Context, ctx: WechatContext, user: User): Promise<Response> {
  const given = permitsSchema.safeParse(await readJson(c));
  if (!given.success) return fail(c, 400, 'invalid-permits', 'expected {answers: [{title, accepted}], via?}');
  const templates = new Map(subscribeTemplatesOf(ctx.config.appId).map(({ id, title }) => [title, id]));
  const answers = given.data.answers.flatMap(({ title, accepted }) => {
    const templateId = templates.get(title);
    return templateId === undefined ? [] : [{ templateId, accepted }];
  });
  if (answers.length < given.data.answers.length) return fail(c, 404, 'no-template', 'no 订阅通知 of this title');
  await (given.data.via === 'popup' ? answerPermits : changePermits)(ctx, user, answers);
  return c.json(userView(user));
}

/** Changes the switches that are named and leaves the others. */
async function setFaults(c: Context, ctx: WechatContext, user: User): Promise<Response> {
  const faults = changeFaults(user.faults, await readJson(c));
  if (faults === null) return fail(c, 400, 'invalid-faults', 'expected a JSON object of known fault switches');
  ctx.store.record({ type: 'user.faults', at: ctx.runtime.now(), userId: user.id, faults });
  return c.json({ id: user.id, faults });
}
