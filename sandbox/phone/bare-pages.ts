import { html } from 'hono/html';
import { ACCOUNT } from '../wechat/config';
import type { User } from '../wechat/state';
import { type Html, htmlDocument } from './document';
import { avatarOf, pathOf } from './paths';

/** WeChat's own page that asks before a site learns who the user is. `query` is the OAuth address's, sent back as is. */
export function consentPage(user: User, query: string): Html {
  return htmlDocument(
    `${ACCOUNT.name}申请授权`,
    html`<main class="sheet">
<img class="avatar large" src="/phone/assets/account.svg" alt="">
<h1>${ACCOUNT.name} 申请获取以下权限</h1>
<p class="permission">获得你的公开信息（昵称、头像等）</p>
<p class="identity"><img class="avatar" src="${avatarOf(user)}" alt=""> ${user.nickname}</p>
<form method="post" action="${pathOf(user, '/oauth')}" class="stack">
<input type="hidden" name="query" value="${query}">
<button class="button primary" name="decision" value="allow">允许</button>
<button class="button" name="decision" value="refuse">拒绝</button>
</form>
</main>`,
    null,
  );
}

/** A page that only says something. */
export function messagePage(title: string, text: string, back: string | null): Html {
  return htmlDocument(
    title,
    html`<main class="sheet">
<p class="sign" aria-hidden="true">!</p>
<h1>${title}</h1>
<p>${text}</p>
${back === null ? '' : html`<a class="button" href="${back}">返回</a>`}
</main>`,
    null,
  );
}
