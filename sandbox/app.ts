import { Hono } from 'hono';
import type { AlipaySandbox } from './alipay/alipay';
import type { WechatSandbox } from './wechat/wechat';

export interface Sides {
  readonly alipay: AlipaySandbox | null;
  readonly wechat: WechatSandbox | null;
}

/** The whole sandbox as one HTTP application; each side that is on is mounted beside the others. */
export function createApp({ alipay, wechat }: Sides): Hono {
  const app = new Hono();
  app.get('/health', (c) => c.json({ status: 'ok', alipay: onOff(alipay), wechat: onOff(wechat) }));
  for (const side of [alipay, wechat]) if (side !== null) app.route('/', side.routes);
  app.notFound((c) => c.json({ error: { code: 'not-found', message: 'no such address in the sandbox' } }, 404));
  app.onError((error, c) => {
    console.error('sandbox: request failed:', error);
    return c.json({ error: { code: 'internal', message: 'the sandbox failed; see its log' } }, 500);
  });
  return app;
}

export function onOff(side: object | null): 'on' | 'off' {
  return side === null ? 'off' : 'on';
}
