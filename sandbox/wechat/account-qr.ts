import { Hono } from 'hono';
import QRCode from 'qrcode';
import { avatarSvg } from './avatar';
import { ACCOUNT_PATH, MP_BASE, QR_PATH } from './config';
import type { WechatContext } from './context';
import { openInWechatPage } from './open-page';
import { findUser } from './users';

/** mp.weixin.qq.com: the pictures that lead to the account, what a browser shows behind them, and the users' avatars. */
export function mpRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  app.get(`${MP_BASE}/cgi-bin/showqrcode`, async (c) => {
    const path = pathBehind(ctx, c.req.query('ticket') ?? '');
    if (path === null) return c.notFound();
    const png = await QRCode.toBuffer(`${new URL(c.req.url).origin}${path}`, { width: 430 });
    return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png' });
  });
  for (const path of [ACCOUNT_PATH, QR_PATH]) app.get(`${path}/:key`, (c) => c.html(openInWechatPage()));
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

/** Beside the tickets given out, the appid stands for the account's own code, which no ticket leads to. */
function pathBehind({ config, store }: WechatContext, ticket: string): string | null {
  if (ticket === config.appId) return `${ACCOUNT_PATH}/${config.appId}`;
  const qr = [...store.state.qrCodes.values()].find((one) => one.ticket === ticket);
  return qr === undefined ? null : `${QR_PATH}/${qr.key}`;
}
