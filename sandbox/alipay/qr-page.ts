import { html, raw } from 'hono/html';
import { framedShell, type Html } from './page-shell';

/** What a frame in the merchant's page shows: the code, which for those with one device only is a link as well. */
export const qrPage = (scanUrl: string, svg: string): Html =>
  framedShell(
    '扫码付款',
    html`<a href="${scanUrl}" target="_blank" rel="noopener" aria-label="支付宝付款码，也可点击打开收银台">${raw(svg)}</a>`,
  );
