import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { COUNTDOWN_SCRIPT } from './countdown';

export type Html = ReturnType<typeof html>;

const STYLE = `
:root { color-scheme: light dark; --bg: #f4f5f7; --card: #fff; --text: #14213d; --muted: #55607a; --line: #dfe3ea;
  --accent: #1d4f91; --on-accent: #fff; --warn-bg: #fff3d6; --warn-text: #6b4700; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #10141c; --card: #1a202c; --text: #eef1f6; --muted: #a9b4c8; --line: #333d4f;
    --accent: #9cc4ff; --on-accent: #0d1b33; --warn-bg: #3a2d0c; --warn-text: #ffdc94; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--bg); color: var(--text); line-height: 1.6;
  font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header { background: var(--warn-bg); color: var(--warn-text); padding: 12px 16px; text-align: center; font-size: 14px; }
main { width: 100%; max-width: 560px; margin: 0 auto; padding: 32px 16px 48px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 24px;
  box-shadow: 0 4px 24px rgb(10 20 40 / 6%); }
h1 { margin: 0 0 8px; font-size: 20px; overflow-wrap: anywhere; }
p { margin: 0 0 16px; }
.muted { color: var(--muted); font-size: 14px; }
.amount { margin: 16px 0 0; font-size: 40px; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 8px 16px; margin: 24px 0; padding: 16px 0;
  border-block: 1px solid var(--line); font-size: 14px; }
dt { color: var(--muted); }
dd { margin: 0; text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.actions { display: grid; gap: 12px; margin-top: 24px; }
.button { display: block; width: 100%; min-height: 48px; padding: 11px 16px; border: 1px solid var(--line);
  border-radius: 8px; background: transparent; color: var(--text); font: inherit; text-align: center;
  text-decoration: none; cursor: pointer; }
.button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
.button:only-child { grid-column: 1 / -1; }
.left { white-space: nowrap; }
.button:hover { border-color: var(--text); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
details { margin-top: 8px; border: 1px solid var(--line); border-radius: 8px; padding: 0 16px; font-size: 14px; }
details[open] { padding-bottom: 12px; }
summary { display: flex; align-items: center; min-height: 44px; cursor: pointer; color: var(--muted); }
summary::before { content: "▸"; margin-right: 8px; }
details[open] summary::before { content: "▾"; }
.switch { display: flex; align-items: center; gap: 12px; min-height: 44px; }
.switch input[type="checkbox"] { width: 20px; height: 20px; margin: 0; accent-color: var(--accent); }
.switch input[type="number"] { width: 96px; min-height: 36px; margin-left: auto; padding: 4px 8px; font: inherit;
  border: 1px solid var(--muted); border-radius: 6px; background: var(--card); color: var(--text); }
code { font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.framed { min-height: 0; background: #fff; }
.framed a { display: block; width: max-content; margin: 0 auto; }
.framed svg { display: block; }
@media (min-width: 640px) { main { padding-top: 64px; } .card { padding: 32px; }
  .actions { grid-template-columns: 2fr 1fr; } }
`;

/** No script or style but ours. form-action is left open: paying redirects to the merchant's own address. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src '${hash(STYLE)}'`,
  `script-src '${hash(COUNTDOWN_SCRIPT)}'`,
  "base-uri 'none'",
].join('; ');

export function pageShell(title: string, content: Html): Html {
  return documentOf(
    title,
    html`<body>
<header>支付宝沙箱收银台 · 不产生真实扣款</header>
<main>${content}</main>
</body>`,
  );
}

/** A page for a frame: the content alone. */
export function framedShell(title: string, content: Html): Html {
  return documentOf(title, html`<body class="framed">${content}</body>`);
}

function documentOf(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · 支付宝沙箱收银台</title>
<style>${raw(STYLE)}</style>
</head>
${body}
</html>`;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
