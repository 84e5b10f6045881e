import { html } from 'hono/html';
import { type GatewayError, subMessage } from './gateway-error';
import { type Html, pageShell } from './page-shell';

/** What the buyer sees when a page request is refused, in the words of the real page (which is GBK; this is UTF-8). */
export function errorPage(error: GatewayError): Html {
  return pageShell(
    '调试错误',
    html`<div class="card">
<h1>调试错误，请回到请求来源地，重新发起请求</h1>
<p>错误代码 <code>${error.subCode.replace(/^(?:isv|aop|ACQ)\./, '')}</code></p>
<p>错误原因: ${subMessage(error)}</p>
<p class="muted">sub_code <code>${error.subCode}</code></p>
</div>`,
  );
}

/** A page that only says something, with a way back to the merchant if there is one. */
export function messagePage(title: string, text: string, backUrl: string | null): Html {
  const back =
    backUrl === null ? '' : html`<div class="actions"><a class="button primary" href="${backUrl}">返回商户</a></div>`;
  return pageShell(title, html`<div class="card"><h1>${title}</h1><p>${text}</p>${back}</div>`);
}
