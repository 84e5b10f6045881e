import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refuseForeignOrigins } from '../foreign-origin';
import { pageHeaders } from '../page-headers';
import type { WechatContext } from '../wechat/context';
import { accountRoutes } from './account';
import { assetRoutes } from './assets';
import { browserRoutes } from './browser';
import { chatRoutes } from './chat';
import { liveRoutes } from './live';
import { menuRoutes } from './menu-bar';
import { oauthRoutes } from './oauth';
import { peopleRoutes } from './people';
import { scanRoutes } from './scan';

const MAX_FORM_BYTES = 16 * 1024;

/** form-action is left open: a consent leads to the shop's own address. frame-src is the phone's browser. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  'frame-src http: https:',
  "frame-ancestors 'self'",
  "base-uri 'none'",
].join('; ');

/** The virtual phone: pages that play WeChat for one user after the other. They work without JavaScript. */
export function phoneRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES, onError: (c) => c.text('request body too large', 413) });
  app.use('/phone/*', pageHeaders(CONTENT_SECURITY_POLICY), refuseForeignOrigins, limit);
  for (const routes of [assetRoutes(), peopleRoutes(ctx), chatRoutes(ctx), accountRoutes(ctx), scanRoutes(ctx)]) {
    app.route('/', routes);
  }
  for (const routes of [browserRoutes(ctx), menuRoutes(ctx), oauthRoutes(ctx), liveRoutes(ctx)]) app.route('/', routes);
  return app;
}
