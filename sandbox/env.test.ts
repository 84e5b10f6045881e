import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readEnv } from './env';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const ed25519 = generateKeyPairSync('ed25519', {
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const good = {
  SANDBOX_DATA_DIR: '/tmp/sandbox',
  SANDBOX_ALIPAY: 'on',
  SANDBOX_ALIPAY_APP_ID: '9021000122682882',
  SANDBOX_ALIPAY_SELLER_ID: '2088721003899159',
  SANDBOX_ALIPAY_MERCHANT_PUBLIC_KEY: publicKey,
  SANDBOX_ALIPAY_PRIVATE_KEY: privateKey,
  SANDBOX_WECHAT: 'on',
  SANDBOX_WECHAT_APP_ID: 'wx0123456789abcdef',
  SANDBOX_WECHAT_APP_SECRET: '0123456789abcdef0123456789abcdef',
};

describe('the environment', () => {
  it('has defaults, and takes a PEM on one line', () => {
    const env = readEnv({ ...good, SANDBOX_ALIPAY_PRIVATE_KEY: privateKey.replaceAll('\n', '\\n') });
    expect(env).toMatchObject({
      ok: true,
      value: { port: 4000, alipay: { timeScale: 1 }, wechat: { oauthDomains: ['127.0.0.1', 'localhost'] } },
    });
  });

  it('has 服务器配置 whole or not at all', () => {
    const server = {
      SANDBOX_WECHAT_EVENTS_URL: 'http://127.0.0.1:3000/api/wechat/events',
      SANDBOX_WECHAT_TOKEN: 'token123',
      SANDBOX_WECHAT_ENCODING_AES_KEY: 'a'.repeat(43),
    };
    expect(readEnv({ ...good, ...server, SANDBOX_TIME_SCALE: '0.5' })).toMatchObject({
      value: { wechat: { timeScale: 0.5, server: { url: server.SANDBOX_WECHAT_EVENTS_URL, token: 'token123' } } },
    });
    expect(readEnv(good)).toMatchObject({ value: { wechat: { server: null, timeScale: 1 } } });
    for (const name of ['SANDBOX_WECHAT_TOKEN', 'SANDBOX_WECHAT_ENCODING_AES_KEY']) {
      expect(readEnv({ ...good, ...server, [name]: undefined })).toEqual({ ok: false, error: `${name} is missing` });
    }
  });

  it('needs no variables of a side that is off', () => {
    const off = { SANDBOX_ALIPAY: 'off', SANDBOX_WECHAT: 'off' };
    const env = readEnv({ SANDBOX_DATA_DIR: '/tmp/s', SANDBOX_PORT: '4321', ...off });
    expect(env).toEqual({ ok: true, value: { port: 4321, dataDir: '/tmp/s', alipay: null, wechat: null } });
  });

  it.each([
    ['SANDBOX_PORT', '70000'],
    ['SANDBOX_PORT', 'http'],
    ['SANDBOX_DATA_DIR', ''],
    ['SANDBOX_ALIPAY', 'yes'],
    ['SANDBOX_ALIPAY_APP_ID', 'abc'],
    ['SANDBOX_ALIPAY_APP_ID', undefined],
    ['SANDBOX_ALIPAY_SELLER_ID', '1088721003899159'],
    ['SANDBOX_ALIPAY_MERCHANT_PUBLIC_KEY', 'MIIB'],
    ['SANDBOX_ALIPAY_MERCHANT_PUBLIC_KEY', ed25519.publicKey],
    ['SANDBOX_ALIPAY_PRIVATE_KEY', publicKey],
    ['SANDBOX_WECHAT', 'true'],
    ['SANDBOX_WECHAT_APP_ID', 'gh_0123456789abcd'],
    ['SANDBOX_WECHAT_APP_ID', undefined],
    ['SANDBOX_WECHAT_APP_SECRET', 'short'],
    ['SANDBOX_WECHAT_OAUTH_DOMAINS', 'http://shop.test'],
    ['SANDBOX_WECHAT_EVENTS_URL', 'events'],
    ['SANDBOX_WECHAT_EVENTS_URL', 'ftp://shop.test/'],
    ['SANDBOX_WECHAT_TOKEN', 'no-hyphens'],
    ['SANDBOX_WECHAT_ENCODING_AES_KEY', 'short'],
    ['SANDBOX_TIME_SCALE', '0'],
    ['SANDBOX_TIME_SCALE', '-1'],
    ['SANDBOX_TIME_SCALE', 'fast'],
    ['SANDBOX_TIME_SCALE', 'Infinity'],
  ])('%s=%s is refused in one line that names it', (name, value) => {
    const env = readEnv({ ...good, [name]: value });
    expect(env).toMatchObject({ ok: false, error: expect.stringMatching(new RegExp(`^${name} [^\\n]+$`)) });
  });

  it('never repeats a key in its message', () => {
    const env = readEnv({ ...good, SANDBOX_ALIPAY_PRIVATE_KEY: 'secret-but-broken' });
    expect(JSON.stringify(env)).not.toContain('secret');
  });
});
