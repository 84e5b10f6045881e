import { Hono } from 'hono';
import { html } from 'hono/html';
import type { WechatContext } from '../wechat/context';
import { interpretScan } from '../wechat/scan';
import type { User } from '../wechat/state';
import { scanAccount } from '../wechat/users';
import type { Html } from './document';
import { pathOf } from './paths';
import { readForm } from './read-form';
import { phonePage } from './shell';
import { withUser } from './with-user';

/** 扫一扫: a picture or what the camera sees is decoded in the browser, which then submits the text found, as if it had been typed. */
export function scanRoutes(ctx: WechatContext): Hono {
  const app = new Hono();
  app.get(
    '/phone/:id/scan',
    withUser(ctx, (c, user) => c.html(scanPage(ctx, user, null))),
  );
  app.post(
    '/phone/:id/open',
    withUser(ctx, async (c, user) => {
      const text = ((await readForm(c)).get('text') ?? '').trim();
      const scanned = interpretScan(text, c.req.url);
      if (scanned.kind === 'text') return c.html(scanPage(ctx, user, `扫描结果：${text}`));
      if (scanned.kind !== 'account')
        return c.redirect(pathOf(user, `/browse?${new URLSearchParams({ url: text })}`), 303);
      const leadsTo = await scanAccount(ctx, user, scanned.qrKey);
      if (leadsTo === 'expired') return c.html(scanPage(ctx, user, '这个二维码已过期。'));
      if (leadsTo === 'chat') return c.redirect(pathOf(user, '/chat'), 303);
      const query = scanned.qrKey === null ? '' : `?${new URLSearchParams({ qr: scanned.qrKey })}`;
      return c.redirect(pathOf(user, `/account${query}`), 303);
    }),
  );
  return app;
}

/** `result`: of a scan that led nowhere, such as a text, which WeChat only shows. */
function scanPage(ctx: WechatContext, user: User, result: string | null): Html {
  return phonePage(ctx, user, {
    title: '扫一扫',
    kind: 'card',
    live: false,
    back: { href: pathOf(user), label: '返回' },
    content: html`<label class="drop" data-drop>
<svg viewBox="0 0 48 48" aria-hidden="true"><path d="M6 16V8a2 2 0 0 1 2-2h8M32 6h8a2 2 0 0 1 2 2v8M42 32v8a2 2 0 0 1-2 2h-8M16 42H8a2 2 0 0 1-2-2v-8M6 24h36"/></svg>
<span>选择二维码图片</span>
<small>也可以把图片或截图拖进来，或按 Ctrl+V 粘贴</small>
<input type="file" accept="image/*" class="hidden" data-qr>
</label>
<div class="camera" data-camera hidden>
<video muted playsinline hidden></video>
<button type="button" class="button">打开摄像头</button>
</div>
<noscript><p class="muted">识别图片需要 JavaScript；可以改为粘贴网址。</p></noscript>
<p class="status" role="status" data-status>${result ?? ''}</p>
<form method="post" action="${pathOf(user, '/open')}" class="stack" data-scan>
<label for="address">或粘贴二维码里的网址</label>
<input id="address" name="text" required maxlength="4000" autocomplete="off" inputmode="url">
<button class="button primary">打开</button>
</form>`,
  });
}
