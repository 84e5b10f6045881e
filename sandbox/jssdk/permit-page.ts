import { html } from 'hono/html';
import { ACCOUNT, RES_BASE } from '../wechat/config';
import type { PermitAnswer } from '../wechat/push-xml';
import type { User } from '../wechat/state';
import type { Template } from '../wechat/templates';

type Html = ReturnType<typeof html>;

/** WeChat's dialog that asks whether the account may send these 订阅通知, once each. */
export function permitPage(user: User, templates: readonly Template[]): Html {
  if (templates.length === 0) return decidedPage([]);
  return page(
    html`<main class="sheet">
<h1>${ACCOUNT.name} 申请发送以下通知</h1>
<form method="post" action="${RES_BASE}/permit" class="stack">
<input type="hidden" name="template" value="${templates.map(({ id }) => id).join(',')}">
${templates.map(
  ({ id, title }) =>
    html`<label class="permit"><input type="checkbox" name="allowed" value="${id}" checked> ${title}</label>`,
)}
<p class="muted">${user.nickname}，每同意一次可收到一条。</p>
<button class="button primary" name="decision" value="allow">允许</button>
<button class="button" name="decision" value="refuse">取消</button>
</form>
</main>`,
  );
}

/** What the page hears: `subscribeDetails` is JSON within JSON, as WeChat has it. */
export function decidedPage(answers: readonly PermitAnswer[]): Html {
  const details = answers.map(({ templateId, accepted }) => {
    return [templateId, JSON.stringify({ status: accepted ? 'accept' : 'reject' })];
  });
  const failed = { errMsg: 'subscribe:fail no template data return, verify the template id exist', errCode: '20001' };
  const detail = { errMsg: 'subscribe:ok', subscribeDetails: JSON.stringify(Object.fromEntries(details)) };
  const [type, told] = answers.length === 0 ? ['error', failed] : ['success', detail];
  const script = html`<script type="module" src="${RES_BASE}/permit.mjs"></script>`;
  return page(
    html`<main class="sheet"><p>${answers.length === 0 ? '没有这样的通知模板。' : '已记下你的选择。'}</p></main>`,
    html` data-type="${type}" data-detail="${JSON.stringify(told)}"`,
    script,
  );
}

export function unknownPhonePage(): Html {
  return page(html`<main class="sheet"><h1>不知道这是哪部手机</h1><p>请从虚拟手机打开这个网页。</p></main>`);
}

function page(body: Html, attributes: Html | '' = '', script: Html | '' = ''): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>订阅通知</title>
<link rel="stylesheet" href="/phone/assets/phone.css">
${script}
</head>
<body${attributes}>
${body}
</body>
</html>`;
}
