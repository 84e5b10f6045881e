import { html } from 'hono/html';
import type { MessageContent } from '../wechat/events';
import type { ChatEntry, User } from '../wechat/state';
import type { Html } from './document';
import { formatMoment } from './moment';
import { avatarOf, pathOf } from './paths';
import { textWithLinks } from './text-links';

type Card = Extract<MessageContent, { kind: 'template' }>;

const PAUSE_MS = 300_000;

/** The chat, oldest first, with the time above what follows a pause. */
export function chatEntries(user: User, now: number): Html {
  if (user.chat.length === 0) return html`<p class="hint">还没有消息。</p>`;
  return html`<div role="log" aria-label="聊天记录" tabindex="0"><ol class="entries">${user.chat.map((entry, index) => {
    const before = user.chat[index - 1];
    const paused = before === undefined || entry.at - before.at > PAUSE_MS;
    return html`<li class="${entryClass(entry)}">${paused ? html`<time>${formatMoment(entry.at, now)}</time>` : ''}${entryBody(user, entry)}</li>`;
  })}</ol></div>`;
}

/** The newest entry in one line, for the list of chats. */
export function previewOf(user: User): string {
  const last = user.chat.at(-1);
  if (last === undefined) return user.followedAt === null ? '未关注' : '暂无消息';
  if (last.from === 'user') return last.text;
  return last.content.kind === 'text' ? last.content.text.replace(/<[^>]*>/g, '') : `[${last.content.title}]`;
}

function entryClass(entry: ChatEntry): string {
  if (entry.from === 'user') return 'mine';
  return entry.content.kind === 'template' ? 'notice' : 'theirs';
}

function entryBody(user: User, entry: ChatEntry): Html {
  if (entry.from === 'user') {
    return html`<img class="avatar" src="${avatarOf(user)}" alt="我"><p class="bubble">${entry.text}</p>`;
  }
  if (entry.content.kind === 'template') return templateCard(user, entry.content);
  const open = (url: string) => browsePath(user, url);
  return html`<img class="avatar" src="/phone/assets/account.svg" alt="服务号"><p class="bubble">${textWithLinks(entry.content.text, open)}</p>`;
}

/** A template message; the whole card leads to its address. */
function templateCard(user: User, card: Card): Html {
  const body = html`<h2>${card.title}</h2>
<dl>${card.fields.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
  if (card.url === null) return html`<article class="template">${body}</article>`;
  return html`<a class="template" href="${browsePath(user, card.url)}">${body}<p class="more">查看详情 <span aria-hidden="true">›</span></p></a>`;
}

function browsePath(user: User, url: string): string {
  return pathOf(user, `/browse?${new URLSearchParams({ url })}`);
}
