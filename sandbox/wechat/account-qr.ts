import { Hono } from 'hono';
import QRCode from 'qrcode';
import { avatarSvg } from './avatar';
import { MP_BASE } from './config';
import type { WechatContext } from './context';
import { openInWechatPage } from './open-page';
import { findUser } from './users';

/** The path of the address in the account's own QR code. */
export const ACCOUNT_PATH = `${MP_BASE}/r`;

/** mp.weixin.qq.com: the picture that leads to the account, what a browser shows behind it, and the users' avatars. */
export function mpRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  const { appId } = ctx.config;
  app.get(`${MP_BASE}/cgi-bin/showqrcode`, async (c) => {
    if (c.req.query('ticket') !== appId) return c.notFound();
    const png = await QRCode.toBuffer(`${new URL(c.req.url).origin}${ACCOUNT_PATH}/${appId}`, { width: 430 });
    return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png' });
  });
  app.get(`${ACCOUNT_PATH}/:appId`, (c) => c.html(openInWechatPage()));
  app.get(`${MP_BASE}/mmopen/:id/132`, (c) => {
    const user = findUser(ctx, c.req.param('id'));
    if (user === null) return c.notFound();
    return c.body(avatarSvg(user.id, user.nickname), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'max-age=86400',
    });
  });
  return app;
}
