import { Hono } from 'hono';
import { html } from 'hono/html';
import { ACCOUNT } from '../wechat/config';
import type { WechatContext } from '../wechat/context';
import type { User } from '../wechat/state';
import { follow, unfollow } from '../wechat/users';
import type { Html } from './document';
import { followForm } from './follow-form';
import { pathOf } from './paths';
import { readForm } from './read-form';
import { phonePage } from './shell';
import { withUser } from './with-user';

/** The service account's card, where one follows and unfollows. Following leads into the chat. */
export function accountRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  app.get(
    '/phone/:id/account',
    withUser(ctx, (c, user) => c.html(accountPage(ctx, user, c.req.query('qr') ?? null))),
  );
  app.post(
    '/phone/:id/follow',
    withUser(ctx, async (c, user) => {
      await follow(ctx, user, (await readForm(c)).get('qr'));
      return c.redirect(pathOf(user, '/chat'), 303);
    }),
  );
  app.post(
    '/phone/:id/unfollow',
    withUser(ctx, async (c, user) => {
      await unfollow(ctx, user);
      return c.redirect(pathOf(user, '/account'), 303);
    }),
  );
  return app;
}

function accountPage(ctx: WechatContext, user: User, qrKey: string | null): Html {
  const actions = user.followedAt === null ? followForm(user, qrKey) : followedActions(user);
  return phonePage(ctx, user, {
    title: '服务号',
    kind: 'card',
    live: true,
    back: { href: pathOf(user), label: '返回' },
    content: html`<img class="avatar large" src="/phone/assets/account.svg" alt="">
<h2>${ACCOUNT.name}</h2>
<p class="muted">${ACCOUNT.intro}</p>
<div class="stack">${actions}</div>`,
  });
}

function followedActions(user: User): Html {
  return html`<a class="button primary" href="${pathOf(user, '/chat')}">发消息</a>
<form method="post" action="${pathOf(user, '/unfollow')}"><button class="button">取消关注</button></form>`;
}
