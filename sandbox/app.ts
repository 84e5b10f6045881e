import { Hono } from 'hono';
import type { AlipaySandbox } from './alipay/alipay';

/** The whole sandbox as one HTTP application; each side that is on is mounted beside the others. */
export function createApp(sides: { readonly alipay: AlipaySandbox | null }): Hono {
  const app = new Hono();
  app.get('/health', (c) => c.json({ status: 'ok', alipay: sides.alipay === null ? 'off' : 'on' }));
  if (sides.alipay !== null) app.route('/', sides.alipay.routes);
  app.notFound((c) => c.json({ error: { code: 'not-found', message: 'no such address in the sandbox' } }, 404));
  app.onError((error, c) => {
    console.error('sandbox: request failed:', error);
    return c.json({ error: { code: 'internal', message: 'the sandbox failed; see its log' } }, 500);
  });
  return app;
}
