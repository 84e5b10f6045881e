import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refuseForeignOrigins } from '../foreign-origin';
import { pageHeaders } from '../page-headers';
import { RES_BASE } from '../wechat/config';
import type { WechatContext } from '../wechat/context';
import { isSignedPage } from '../wechat/jsapi-ticket';
import { phoneUser, rememberPhone } from '../wechat/open';
import { answerPermits } from '../wechat/permits';
import { subscribeTemplatesOf, type Template } from '../wechat/templates';
import { decidedPage, permitPage, unknownPhonePage } from './permit-page';

const MAX_FORM_BYTES = 16 * 1024;
/** The dialog stands in the shop's pages. */
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'";
const JS = 'text/javascript; charset=utf-8';

/** res.wx.qq.com: the JS-SDK, and what it asks of WeChat's app. */
export function jssdkRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES, onError: (c) => c.text('request body too large', 413) });
  app.use(`${RES_BASE}/*`, pageHeaders(POLICY), limit);
  asset(app, '/open/js/jweixin-1.6.0.js', new URL('./assets/jweixin.mjs', import.meta.url));
  asset(app, '/permit.mjs', new URL('./assets/permit.mjs', import.meta.url));
  app.get(`${RES_BASE}/bridge/config`, (c) => checkConfig(c, ctx));
  app.get(`${RES_BASE}/permit`, (c) => {
    const user = phoneUser(c, ctx);
    const templates = wanted(ctx, c.req.query('template') ?? '');
    return c.html(user === null ? unknownPhonePage() : permitPage(user, templates));
  });
  app.post(`${RES_BASE}/permit`, refuseForeignOrigins, (c) => decide(c, ctx));
  return app;
}

function asset(app: Hono, path: string, file: URL): void {
  const content = readFileSync(file, 'utf8');
  app.get(RES_BASE + path, (c) => c.body(content, 200, { 'content-type': JS, 'cache-control': 'no-cache' }));
}

/** What wx.config learns: whether this page, with this signature, may use the interfaces. As a script that calls back. */
function checkConfig(c: Context, ctx: WechatContext): Response | Promise<Response> {
  const query = (name: string) => c.req.query(name) ?? '';
  const callback = query('callback');
  if (!/^__wx\d+$/.test(callback)) return c.notFound();
  const user = phoneUser(c, ctx);
  if (user !== null) rememberPhone(c, user.id);
  const answer = { errMsg: user === null ? 'config:fail, 请从虚拟手机打开这个网页' : configAnswer(ctx, query) };
  return c.body(`${callback}(${JSON.stringify(answer)});`, 200, { 'content-type': JS });
}

function configAnswer(ctx: WechatContext, query: (name: string) => string): string {
  if (query('appId') !== ctx.config.appId) return 'config:invalid appid';
  const url = query('url');
  const host = URL.canParse(url) ? new URL(url) : null;
  const { oauthDomains } = ctx.config;
  if (host === null || !(oauthDomains.includes(host.host) || oauthDomains.includes(host.hostname))) {
    return 'config:invalid url domain';
  }
  const page = { noncestr: query('nonceStr'), timestamp: query('timestamp'), url, signature: query('signature') };
  return isSignedPage(ctx, page) ? 'config:ok' : 'config:invalid signature';
}

async function decide(c: Context, ctx: WechatContext): Promise<Response> {
  const user = phoneUser(c, ctx);
  if (user === null) return c.html(unknownPhonePage());
  const form = new URLSearchParams(await c.req.text());
  const templates = wanted(ctx, form.get('template') ?? '');
  const allowed = form.get('decision') === 'allow' ? form.getAll('allowed') : [];
  const answers = templates.map(({ id }) => ({ templateId: id, accepted: allowed.includes(id) }));
  // The dialog closes at once, whatever becomes of the news.
  if (answers.length > 0) void answerPermits(ctx, user, answers);
  return c.html(decidedPage(answers));
}

/** The templates a page asks for, at most three at a time. */
function wanted(ctx: WechatContext, template: string): readonly Template[] {
  const ids = template.split(',').slice(0, 3);
  return subscribeTemplatesOf(ctx.config.appId).filter(({ id }) => ids.includes(id));
}
