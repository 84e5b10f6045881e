import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Hono } from 'hono';

const require = createRequire(import.meta.url);

const JS = 'text/javascript; charset=utf-8';

const FILES = [
  ['phone.css', 'text/css; charset=utf-8', new URL('./assets/phone.css', import.meta.url)],
  ['phone.mjs', JS, new URL('./assets/phone.mjs', import.meta.url)],
  ['account.svg', 'image/svg+xml', new URL('./assets/account.svg', import.meta.url)],
  ['scan.mjs', JS, new URL('./assets/scan.mjs', import.meta.url)],
  ['jsqr.js', JS, require.resolve('jsqr')],
] as const;

export function assetRoutes(): Hono {
  const app = new Hono();
  for (const [name, type, file] of FILES) {
    const content = readFileSync(file, 'utf8');
    app.get(`/phone/assets/${name}`, (c) =>
      c.body(content, 200, { 'content-type': type, 'cache-control': 'no-cache' }),
    );
  }
  return app;
}
