import { createWechatGateway } from '@/lib/gateways/wechat/client';
import type { TokenSource, WechatGateway } from '@/lib/gateways/wechat/gateway';

export const WECHAT_APP_ID = 'wx0123456789abcdef';

/** Always the same token, and another each time it is refused. */
export function fixedTokens(): TokenSource & { readonly renewed: string[] } {
  const renewed: string[] = [];
  return {
    renewed,
    current: async () => ({ kind: 'ok', value: 'token-0' }),
    renew: async (stale) => {
      renewed.push(stale);
      return { kind: 'ok', value: `token-${renewed.length}` };
    },
  };
}

/** The product's own gateway, towards a stub. */
export const testWechat = (apiBase: string, tokens: TokenSource = fixedTokens()): WechatGateway =>
  createWechatGateway({
    appId: WECHAT_APP_ID,
    secret: '0123456789abcdef0123456789abcdef',
    siteUrl: 'https://luffy.example',
    apiBase,
    openBase: 'https://open.example',
    tokens,
    jsapiTickets: tokens,
    openidKey: 'a key for tests',
  });
