import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#fff, #191919);
  color: light-dark(#1a1a1a, #e6e6e6); font: 17px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { padding: 32px 24px; text-align: center; }
svg { width: 72px; height: 72px; }
h1 { margin: 16px 0 8px; font-size: 22px; font-weight: 600; }
p { margin: 0; color: light-dark(#5c5c5c, #a6a6a6); font-size: 15px; }
a { color: light-dark(#355287, #9db8e8); }
`;

export const OPEN_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** What any other browser shows for an address that only WeChat opens. */
export function openInWechatPage() {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>请在微信客户端打开链接</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11" fill="#10aeff"/><path d="M12 6.5v7M12 16.4v1.2" stroke="#fff" stroke-width="2" stroke-linecap="round"/></svg>
<h1>请在微信客户端打开链接</h1>
<p>这里是沙箱：请用<a href="/phone">虚拟手机</a>的「扫一扫」打开。</p>
</main>
</body>
</html>`;
}
