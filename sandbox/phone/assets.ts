import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';

const own = (file: string) => new URL(`./assets/${file}`, import.meta.url);
/** The decoder is a pair of plain ES modules, which a browser can load as they are. */
const decoder = dirname(createRequire(import.meta.url).resolve('qr/decode.js'));

const FILES = [
  ['phone.css', 'text/css; charset=utf-8', own('phone.css')],
  ['phone.mjs', 'text/javascript; charset=utf-8', own('phone.mjs')],
  ['account.svg', 'image/svg+xml', own('account.svg')],
  ['qr/decode.js', 'text/javascript; charset=utf-8', join(decoder, 'decode.js')],
  ['qr/index.js', 'text/javascript; charset=utf-8', join(decoder, 'index.js')],
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
