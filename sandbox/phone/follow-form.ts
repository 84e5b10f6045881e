import { html } from 'hono/html';
import type { User } from '../wechat/state';
import type { Html } from './document';
import { pathOf } from './paths';

/** `qrKey`: of the parametric QR code that led here. */
export function followForm(user: User, qrKey: string | null = null): Html {
  return html`<form method="post" action="${pathOf(user, '/follow')}">
${qrKey === null ? '' : html`<input type="hidden" name="qr" value="${qrKey}">`}
<button class="button primary">关注</button></form>`;
}
