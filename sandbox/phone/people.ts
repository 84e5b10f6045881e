import { Hono } from 'hono';
import { html } from 'hono/html';
import type { WechatContext } from '../wechat/context';
import { createUser, nicknameSchema } from '../wechat/users';
import { messagePage } from './bare-pages';
import { htmlDocument } from './document';
import { pathOf } from './paths';
import { newPersonForm, personList } from './people-list';
import { readForm } from './read-form';

/** A name as WeChat's browser on Android gives itself. */
const WECHAT_USER_AGENT =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50.2701';

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
<details class="muted"><summary>让网站知道这是微信里的浏览器</summary>
<p>网站只在微信里做的事（微信内登录、分享卡片、订阅通知），凭浏览器自报的名字里有没有 MicroMessenger 来判断；网页改不了这个名字。要看这些，请在浏览器的开发者工具里（Network conditions → User agent）填：</p>
<p><code>${WECHAT_USER_AGENT}</code></p>
</details>
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
