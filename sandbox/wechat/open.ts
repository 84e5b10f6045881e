import type { Context } from 'hono';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { OPEN_BASE } from './config';
import type { WechatContext } from './context';
import { openInWechatPage } from './open-page';
import type { User } from './state';
import { findUser } from './users';

export const AUTHORIZE_PATH = `${OPEN_BASE}/connect/oauth2/authorize`;
const COOKIE = 'wechat_user';
/** The authorize address, and what the JS-SDK asks. */
const COOKIE_PATH = '/wechat';
const COOKIE_SECONDS = 600;

/**
 * open.weixin.qq.com. The real one knows who asks because WeChat's browser tells it. The virtual phone opens OAuth
 * addresses under its own path, which names the user; the cookie is for pages in the phone that lead here themselves.
 */
export function openRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  app.get(AUTHORIZE_PATH, (c) => {
    const user = phoneUser(c, ctx);
    if (user === null) return c.html(openInWechatPage());
    return c.redirect(`/phone/${user.id}/oauth${new URL(c.req.url).search}`, 302);
  });
  return app;
}

/** Whose phone this browser is; null: an ordinary browser. */
export function phoneUser(c: Context, ctx: WechatContext): User | null {
  return findUser(ctx, getCookie(c, COOKIE) ?? '');
}

/** Says whose phone this browser is, to WeChat's own addresses and for ten minutes. */
export function rememberPhone(c: Context, userId: string): void {
  setCookie(c, COOKIE, userId, { path: COOKIE_PATH, httpOnly: true, sameSite: 'Lax', maxAge: COOKIE_SECONDS });
}
