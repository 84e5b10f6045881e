import { Hono } from 'hono';
import { html } from 'hono/html';
import type { WechatContext } from '../wechat/context';
import { createUser, nicknameSchema } from '../wechat/users';
import { messagePage } from './bare-pages';
import { htmlDocument } from './document';
import { pathOf } from './paths';
import { newPersonForm, personList } from './people-list';
import { readForm } from './read-form';

/** `/phone`: choose a phone, or make one. */
export function peopleRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  app.get('/phone', (c) =>
    c.html(
      htmlDocument(
        '虚拟手机',
        html`<main class="start">
<h1>虚拟手机</h1>
<p class="muted">每部手机是一个微信用户。选一部，用它扫网站上的二维码、关注服务号、收消息；一切都在沙箱里，不连真实的微信。</p>
${personList(ctx, null)}
${newPersonForm()}
</main>`,
        null,
      ),
    ),
  );
  app.post('/phone', async (c) => {
    const nickname = nicknameSchema.safeParse((await readForm(c)).get('nickname'));
    if (!nickname.success) return c.html(messagePage('没有新建', '昵称是 1–32 个字。', '/phone'), 400);
    return c.redirect(pathOf(createUser(ctx, { nickname: nickname.data, unionid: true })), 303);
  });
  return app;
}
