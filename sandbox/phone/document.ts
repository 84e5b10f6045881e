import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

/** `events`: where the page hears that it is out of date; null for a page that never changes. */
export function htmlDocument(title: string, body: Html, events: string | null): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/phone/assets/account.svg">
<link rel="stylesheet" href="/phone/assets/phone.css">
<script type="module" src="/phone/assets/phone.mjs"></script>
</head>
<body${events === null ? '' : html` data-events="${events}"`}>
${body}
</body>
</html>`;
}
