import { Hono } from 'hono';
import { html } from 'hono/html';
import type { WechatContext } from '../wechat/context';
import type { MenuButton } from '../wechat/events';
import { buttonAt, tapMenu } from '../wechat/menu-tap';
import type { User } from '../wechat/state';
import type { Html } from './document';
import { pathOf } from './paths';
import { readForm } from './read-form';
import { withUser } from './with-user';

/** The account's menu below the chat, as it was published. A change is there at once, not after five minutes. */
export function menuBar(ctx: WechatContext, user: User): Html | '' {
  const { menu } = ctx.store.state;
  if (menu === null) return '';
  return html`<form method="post" action="${pathOf(user, '/menu')}" class="menu" aria-label="服务号菜单">
${menu.buttons.map((button, index) => html`<div>${topButton(button, String(index))}</div>`)}
</form>`;
}

function topButton(button: MenuButton, place: string): Html {
  if (button.type !== 'list') return html`<button name="button" value="${place}">${button.name}</button>`;
  return html`<details name="menu"><summary>${button.name}</summary>
<div class="submenu">${button.buttons.map((sub, index) => html`<button name="button" value="${place}.${index}">${sub.name}</button>`)}</div>
</details>`;
}

/** A click is answered in the chat, a view opens its page. */
export function menuRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  app.post(
    '/phone/:id/menu',
    withUser(ctx, async (c, user) => {
      const button = buttonAt(ctx, (await readForm(c)).get('button') ?? '');
      if (button === null || user.followedAt === null) return c.redirect(pathOf(user, '/chat'), 303);
      await tapMenu(ctx, user, button);
      if (button.type === 'click') return c.redirect(pathOf(user, '/chat'), 303);
      return c.redirect(pathOf(user, `/browse?${new URLSearchParams({ url: button.url })}`), 303);
    }),
  );
  return app;
}
