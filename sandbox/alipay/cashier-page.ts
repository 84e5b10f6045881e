import { html, raw } from 'hono/html';
import { formatYuan } from './amount';
import { formatBeijing } from './beijing-time';
import { type AlipayConfig, BUYER } from './config';
import { COUNTDOWN_SCRIPT, formatLeft } from './countdown';
import type { Order } from './events';
import type { Faults } from './faults';
import { type Html, pageShell } from './page-shell';
import type { Trade } from './state';

const CHECKBOXES = [
  ['dropNotify', '丢弃异步通知'],
  ['wrongAmount', '通知里的金额多 0.01 元'],
  ['badSignature', '通知的签名无效'],
  ['wrongAppId', '通知里的 app_id 不对'],
  ['wrongSellerId', '通知里的 seller_id 不对'],
] as const;

const NUMBERS = [
  ['delayNotifySeconds', '延迟通知（秒）', 86_400],
  ['duplicateNotify', '额外重复通知（次）', 200],
] as const;

/** The page where the buyer decides. Everything on it works without JavaScript. */
export function cashierPage(config: AlipayConfig, order: Order, trade: Trade, faults: Faults, now: number): Html {
  const leftMs = trade.expiresAt - now;
  return pageShell(
    order.subject,
    html`<div class="card">
<h1>${trade.order.subject}</h1>
<p class="amount">¥${formatYuan(trade.order.totalFen)}</p>
${details(config, trade)}
<p>请在 <time>${formatBeijing(trade.expiresAt)}</time> 前付款，<span class="left">剩余 <strong id="left" role="timer" data-left-ms="${leftMs}">${formatLeft(leftMs)}</strong></span></p>
<form method="post" action="/cashier/${order.token}/pay">
${faultSwitches(faults)}
<div class="actions">
<button class="button primary" type="submit">确认付款</button>
<button class="button" type="submit" formaction="/cashier/${order.token}/cancel" formnovalidate>取消</button>
</div>
</form>
</div>
<script>${raw(COUNTDOWN_SCRIPT)}</script>`,
  );
}

function details(config: AlipayConfig, trade: Trade): Html {
  return html`<dl>
<dt>收款方</dt><dd>沙箱商户 ${config.sellerId}</dd>
<dt>商户订单号</dt><dd>${trade.order.outTradeNo}</dd>
<dt>交易号</dt><dd>${trade.tradeNo}</dd>
<dt>付款账号</dt><dd>${BUYER.logonId}</dd>
</dl>`;
}

/** The boxes start empty even when a fault is set through the control API: the form can only add faults. */
function faultSwitches(faults: Faults): Html {
  const set = [
    ...CHECKBOXES.filter(([name]) => faults[name]).map(([, label]) => label),
    ...NUMBERS.filter(([name]) => faults[name] > 0).map(([name, label]) => `${label} ${faults[name]}`),
  ];
  return html`<details>
<summary>异常注入</summary>
<p class="muted">只影响这一笔交易，随「确认付款」提交。</p>
${set.length === 0 ? '' : html`<p>已通过控制接口设置：${set.join('、')}</p>`}
${CHECKBOXES.map(
  ([name, label]) => html`<label class="switch"><input type="checkbox" name="${name}" value="on"> ${label}</label>`,
)}
${NUMBERS.map(
  ([name, label, max]) =>
    html`<label class="switch">${label} <input type="number" name="${name}" min="0" max="${max}" step="1"></label>`,
)}
</details>`;
}
