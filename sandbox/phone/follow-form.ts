import { html } from 'hono/html';
import type { User } from '../wechat/state';
import type { Html } from './document';
import { pathOf } from './paths';

export function followForm(user: User): Html {
  return html`<form method="post" action="${pathOf(user, '/follow')}"><button class="button primary">关注</button></form>`;
}
