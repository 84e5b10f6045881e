import { html } from 'hono/html';
import { isShown, type MessageContent } from '../wechat/events';
import type { ChatEntry, User } from '../wechat/state';
import type { Html } from './document';
import { formatMoment } from './moment';
import { avatarOf, pathOf } from './paths';
import { textWithLinks } from './text-links';

type Card = Extract<MessageContent, { kind: 'template' | 'subscribe' }>;
type News = Extract<MessageContent, { kind: 'news' }>;

const PAUSE_MS = 300_000;

/** The chat, oldest first, with the time above what follows a pause. */
export function chatEntries(user: User, now: number): Html {
  const shown = user.chat.filter(isVisible);
  if (shown.length === 0) return html`<p class="hint">还没有消息。</p>`;
  return html`<div role="log" aria-label="聊天记录" tabindex="0"><ol class="entries">${shown.map((entry, index) => {
    const before = shown[index - 1];
    const paused = before === undefined || entry.at - before.at > PAUSE_MS;
    return html`<li class="${entryClass(entry)}">${paused ? html`<time>${formatMoment(entry.at, now)}</time>` : ''}${entryBody(user, entry)}</li>`;
  })}</ol></div>`;
}

/** The newest entry in one line, for the list of chats. */
export function previewOf(user: User): string {
  const last = user.chat.findLast(isVisible);
  if (last === undefined) return user.followedAt === null ? '未关注' : '暂无消息';
  if (last.from === 'user') return last.text;
  const { content } = last;
  if (content.kind === 'news') return `[图文] ${content.articles[0]?.title ?? ''}`;
  return 'text' in content ? content.text.replace(/<[^>]*>/g, '') : `[${content.title}]`;
}

function isVisible(entry: ChatEntry): boolean {
  return entry.from === 'user' || isShown(entry.content);
}

function entryClass(entry: ChatEntry): string {
  if (entry.from === 'user') return 'mine';
  const { kind } = entry.content;
  if (kind === 'system') return 'aside';
  return kind === 'text' || kind === 'reply' ? 'theirs' : 'notice';
}

function entryBody(user: User, entry: ChatEntry): Html {
  if (entry.from === 'user') {
    return html`<img class="avatar" src="${avatarOf(user)}" alt="我"><p class="bubble">${entry.text}</p>`;
  }
  const { content } = entry;
  if (content.kind === 'template' || content.kind === 'subscribe') return templateCard(user, content);
  if (content.kind === 'news') return newsCard(user, content);
  if (content.kind === 'system') return html`<p class="system">${content.text}</p>`;
  const open = (url: string) => browsePath(user, url);
  return html`<img class="avatar" src="/phone/assets/account.svg" alt="服务号"><p class="bubble">${textWithLinks(content.text, open)}</p>`;
}

/** A template message or a 订阅通知; the whole card leads to its address. */
function templateCard(user: User, card: Card): Html {
  const body = html`${card.kind === 'subscribe' ? html`<p class="origin">订阅通知</p>` : ''}<h2>${card.title}</h2>
<dl>${card.fields.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
  if (card.url === null) return html`<article class="template">${body}</article>`;
  return html`<a class="template" href="${browsePath(user, card.url)}">${body}<p class="more">查看详情 <span aria-hidden="true">›</span></p></a>`;
}

/** 图文消息. Its pictures are addresses of the outside world, which the phone does not fetch. */
function newsCard(user: User, { articles }: News): Html {
  return html`<div class="articles">${articles.map(
    ({ title, description, url }) =>
      html`<a href="${browsePath(user, url)}"><strong>${title}</strong>${description === '' ? '' : html`<small>${description}</small>`}</a>`,
  )}</div>`;
}

function browsePath(user: User, url: string): string {
  return pathOf(user, `/browse?${new URLSearchParams({ url })}`);
}
