import { Hono } from 'hono';
import { html } from 'hono/html';
import type { WechatContext } from '../wechat/context';
import { rememberPhone } from '../wechat/open';
import { interpretScan, type Scanned } from '../wechat/scan';
import type { User } from '../wechat/state';
import type { Html } from './document';
import { createFraming } from './framing';
import { pathOf } from './paths';
import { phonePage } from './shell';
import { withUser } from './with-user';

/**
 * The phone's browser. A site that lets itself be framed opens inside the phone, with cookies of its own where the
 * browser knows credentialless frames; one that does not takes the whole tab.
 */
export function browserRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  const canFrame = createFraming(ctx.runtime);
  app.get(
    '/phone/:id/browse',
    withUser(ctx, async (c, user) => {
      const url = c.req.query('url') ?? '';
      const scanned = interpretScan(url, c.req.url);
      const destination = destinationOf(scanned);
      if (destination === null) return c.redirect(pathOf(user), 302);
      const source = pathOf(user, `/go?${new URLSearchParams({ url })}`);
      if (!(await canFrame(destination, new URL(c.req.url).origin))) return c.redirect(source, 302);
      return c.html(browserPage(ctx, user, destination.host, source));
    }),
  );
  app.get(
    '/phone/:id/go',
    withUser(ctx, (c, user) => {
      const scanned = interpretScan(c.req.query('url') ?? '', c.req.url);
      rememberPhone(c, user.id);
      if (scanned.kind === 'oauth') return c.redirect(pathOf(user, `/oauth?${scanned.query}`), 302);
      return c.redirect(scanned.kind === 'page' ? scanned.url : pathOf(user), 302);
    }),
  );
  return app;
}

/** Where the user ends up: for an OAuth address, the site that asked. */
function destinationOf(scanned: Scanned): URL | null {
  const address = scanned.kind === 'oauth' ? new URLSearchParams(scanned.query).get('redirect_uri') : null;
  const text = scanned.kind === 'page' ? scanned.url : (address ?? '');
  if (URL.canParse(text)) return new URL(text);
  // A broken OAuth address still has an error page to show.
  return scanned.kind === 'oauth' ? new URL('about:blank') : null;
}

function browserPage(ctx: WechatContext, user: User, host: string, source: string): Html {
  const home = user.chat.length > 0 ? '/chat' : '';
  return phonePage(ctx, user, {
    title: host || '网页',
    kind: 'browser',
    live: true,
    back: { href: pathOf(user, home), label: '关闭' },
    content: html`<div class="frame"><iframe src="${source}" title="手机里打开的网页" credentialless></iframe></div>`,
    footer: user.unread === 0 ? html`` : unreadNotice(user),
  });
}

function unreadNotice(user: User): Html {
  return html`<p role="status"><a class="news" href="${pathOf(user, '/chat')}">服务号有 ${user.unread} 条新消息</a></p>`;
}
