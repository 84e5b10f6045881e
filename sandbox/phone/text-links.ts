import { html } from 'hono/html';
import type { Html } from './document';

const LINK = /<a\s+[^>]*?href="(https?:\/\/[^"]+)"[^>]*>([^<]*)<\/a>|(https?:\/\/[^\s<>"，。；、（）]+)/gi;

/** A custom message's text: <a href> and bare addresses become links, as WeChat shows them; all else is plain text. */
export function textWithLinks(text: string, pathOfLink: (url: string) => string): (Html | string)[] {
  const parts: (Html | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const [whole, href, label, bare] = match;
    parts.push(text.slice(end, match.index));
    parts.push(html`<a href="${pathOfLink(href ?? bare ?? whole)}">${label ?? bare ?? whole}</a>`);
    end = match.index + whole.length;
  }
  parts.push(text.slice(end));
  return parts;
}
