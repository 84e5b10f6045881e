import { type Context, Hono } from 'hono';
import { beginAuthorization, decideAuthorization } from '../wechat/authorize';
import { type AuthorizeError, refusalText } from '../wechat/authorize-params';
import type { WechatContext } from '../wechat/context';
import { consentPage, messagePage } from './bare-pages';
import { readForm } from './read-form';
import { withUser } from './with-user';

/** The OAuth address as the phone's browser opens it: the path says who asks, the query is the original's, untouched. */
export function oauthRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  app.get(
    '/phone/:id/oauth',
    withUser(ctx, (c, user) => {
      const query = new URL(c.req.url).search.slice(1);
      const begun = beginAuthorization(ctx, user, query);
      if (!begun.ok) return refuse(c, begun.error);
      if (begun.value.kind === 'redirect') return c.redirect(begun.value.url, 302);
      return c.html(consentPage(user, query));
    }),
  );
  app.post(
    '/phone/:id/oauth',
    withUser(ctx, async (c, user) => {
      const form = await readForm(c);
      const decided = decideAuthorization(ctx, user, form.get('query') ?? '', form.get('decision') === 'allow');
      return decided.ok ? c.redirect(decided.value, 302) : refuse(c, decided.error);
    }),
  );
  return app;
}

/** The real page is a 200 too. */
function refuse(c: Context, error: AuthorizeError): Response | Promise<Response> {
  return c.html(messagePage('无法打开此页面', refusalText(error), null));
}
