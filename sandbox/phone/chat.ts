import { Hono } from 'hono';
import { html } from 'hono/html';
import { ACCOUNT } from '../wechat/config';
import type { WechatContext } from '../wechat/context';
import type { User } from '../wechat/state';
import { markRead, say, sayingSchema } from '../wechat/users';
import { chatEntries, previewOf } from './chat-entries';
import type { Html } from './document';
import { followForm } from './follow-form';
import { menuBar } from './menu-bar';
import { formatMoment } from './moment';
import { pathOf } from './paths';
import { readForm } from './read-form';
import { phonePage } from './shell';
import { withUser } from './with-user';

/** The list of chats, which is WeChat's first screen, and the one chat in it. */
export function chatRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  app.get(
    '/phone/:id',
    withUser(ctx, (c, user) => c.html(homePage(ctx, user))),
  );
  app.get(
    '/phone/:id/chat',
    withUser(ctx, (c, user) => {
      markRead(ctx, user);
      return c.html(chatPage(ctx, user));
    }),
  );
  app.post(
    '/phone/:id/chat',
    withUser(ctx, async (c, user) => {
      const text = sayingSchema.safeParse((await readForm(c)).get('text'));
      if (text.success) await say(ctx, user, text.data);
      return c.redirect(pathOf(user, '/chat'), 303);
    }),
  );
  return app;
}

function homePage(ctx: WechatContext, user: User): Html {
  return phonePage(ctx, user, {
    title: '微信',
    kind: 'list',
    live: true,
    back: { href: '/phone', label: '换手机' },
    action: html`<form action="${pathOf(user, '/scan')}"><button class="tool">扫一扫</button></form>`,
    content: html`<ul class="chats"><li><a href="${pathOf(user, '/chat')}">
<img class="avatar" src="/phone/assets/account.svg" alt="">
<span class="about"><strong>${ACCOUNT.name}</strong><small>${previewOf(user)}</small></span>
<span class="aside">${lastMoment(ctx, user)}${badge(user)}</span>
</a></li></ul>
${user.followedAt === null ? html`<p class="hint">还没有关注服务号。用「扫一扫」扫网站上的服务号二维码，或进入<a href="${pathOf(user, '/account')}">${ACCOUNT.name}的资料页</a>。</p>` : ''}`,
  });
}

function chatPage(ctx: WechatContext, user: User): Html {
  const following = user.followedAt !== null;
  return phonePage(ctx, user, {
    title: ACCOUNT.name,
    kind: 'chat',
    live: true,
    back: { href: pathOf(user), label: '返回' },
    action: html`<a class="tool" href="${pathOf(user, '/account')}">资料</a>`,
    content: chatEntries(user, ctx.runtime.now()),
    footer: following
      ? html`${composer(user)}${menuBar(ctx, user)}`
      : html`<p class="muted">你还没有关注这个服务号。</p>${followForm(user)}`,
  });
}

function composer(user: User): Html {
  return html`<form method="post" action="${pathOf(user, '/chat')}" class="composer">
<label class="hidden" for="text">消息</label>
<input id="text" name="text" required maxlength="600" autocomplete="off">
<button class="button primary">发送</button>
</form>`;
}

function lastMoment(ctx: WechatContext, user: User): Html | '' {
  const last = user.chat.at(-1);
  return last === undefined ? '' : html`<time>${formatMoment(last.at, ctx.runtime.now())}</time>`;
}

function badge(user: User): Html | '' {
  return user.unread === 0 ? '' : html`<span class="badge">${user.unread}<span class="hidden"> 条新消息</span></span>`;
}
