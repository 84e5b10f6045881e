import { html } from 'hono/html';
import type { WechatContext } from '../wechat/context';
import type { User } from '../wechat/state';
import { type Html, htmlDocument } from './document';
import { pathOf } from './paths';
import { newPersonForm, personList } from './people-list';

/** What one screen of the phone is made of. */
export interface Screen {
  readonly title: string;
  readonly back: { readonly href: string; readonly label: string } | null;
  readonly action?: Html;
  readonly content: Html;
  readonly footer?: Html;
  /** A name for styling the content. */
  readonly kind: 'list' | 'chat' | 'card' | 'browser';
  /** Whether the screen follows what happens; one on which the user is busy does not. */
  readonly live: boolean;
}

/** The phone of `user`: full-screen on a narrow window; on a wide one in its case, beside the other phones. */
export function phonePage(ctx: WechatContext, user: User, screen: Screen): Html {
  const { back, action, content, footer } = screen;
  return htmlDocument(
    `${screen.title} · ${user.nickname}的微信`,
    html`<div class="desk">
<aside class="people" aria-label="选择手机">
<p class="brand">虚拟手机</p>
<p class="muted">每部手机是一个微信用户。用它扫网站上的二维码、关注服务号、收消息；一切都在沙箱里，不连真实的微信。</p>
${personList(ctx, user)}
${newPersonForm()}
<p class="muted">当前 openid</p>
<p><code>${user.openid}</code></p>
</aside>
<div class="device"><div class="screen">
<header class="bar">
${back === null ? html`<span></span>` : html`<a class="tool" href="${back.href}"><span aria-hidden="true">‹</span> ${back.label}</a>`}
<h1>${screen.title}</h1>
${action ?? html`<span></span>`}
</header>
<main class="${screen.kind}" aria-label="${screen.title}" data-live="content">${content}</main>
${footer === undefined ? '' : html`<footer data-live="footer">${footer}</footer>`}
</div></div>
</div>`,
    screen.live ? pathOf(user, '/events') : null,
  );
}
