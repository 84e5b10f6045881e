import { vi } from 'vitest';
import { APP_ID, SELLER_ID } from './alipay';
import { alipayKeys, merchantKeys } from './alipay-keys';

/** The environment of a site on the test's database. Nothing outside answers, unless told otherwise. */
export const siteEnv = (databaseUrl: string): Record<string, string> => ({
  APP_URL: 'https://luffy.example',
  DATABASE_URL: databaseUrl,
  AUTH_SECRET: 'a secret of thirty-two characters',
  ALIPAY_APP_ID: APP_ID,
  ALIPAY_SELLER_ID: SELLER_ID,
  ALIPAY_PRIVATE_KEY: merchantKeys.privateKey,
  ALIPAY_PUBLIC_KEY: alipayKeys.publicKey,
  ALIPAY_GATEWAY: 'http://127.0.0.1:9/gateway.do',
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: '0123456789abcdef0123456789abcdef',
  WECHAT_TOKEN: 'token123',
  WECHAT_ENCODING_AES_KEY: 'A'.repeat(43),
  WECHAT_API_BASE: 'http://127.0.0.1:9',
  LOG_LEVEL: 'silent',
});

/** The same for route handlers, which take theirs from the process. */
export function stubSiteEnv(databaseUrl: string): void {
  for (const [name, value] of Object.entries(siteEnv(databaseUrl))) vi.stubEnv(name, value);
}
