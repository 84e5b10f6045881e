import { html } from 'hono/html';
import type { WechatContext } from '../wechat/context';
import type { User } from '../wechat/state';
import type { Html } from './document';
import { avatarOf, pathOf } from './paths';

/** Tests make many users; a list is for people. */
const SHOWN = 30;

/** The newest phones first; `current` is always among them. */
export function personList(ctx: WechatContext, current: User | null): Html {
  const newest = [...ctx.store.state.users.values()].toReversed().slice(0, SHOWN);
  const shown = current === null || newest.includes(current) ? newest : [current, ...newest];
  return html`<ul class="phones">
${shown.map(
  (user) => html`<li><a href="${pathOf(user)}"${user === current ? html` aria-current="page"` : ''}>
<img class="avatar" src="${avatarOf(user)}" alt="" loading="lazy">
<span><strong>${user.nickname}</strong><small>${user.followedAt === null ? '未关注服务号' : '已关注服务号'}</small></span>
</a></li>`,
)}
</ul>`;
}

export function newPersonForm(): Html {
  return html`<form method="post" action="/phone" class="inline">
<label>新微信用户的昵称 <input name="nickname" required maxlength="32" autocomplete="off"></label>
<button class="button">新建手机</button>
</form>`;
}
