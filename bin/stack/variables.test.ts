import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseEnv } from '@/lib/env';
import { readEnv } from '@/sandbox/env';
import { settle } from './variables';

const LUFFY_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'luffy-variables-'));
afterAll(() => rmSync(LUFFY_DATA_DIR, { recursive: true, force: true }));

describe('settle', () => {
  test('without variables it makes values that the shop and the sandbox accept', () => {
    const settings = settle({ LUFFY_DATA_DIR });
    expect(parseEnv({ ...settings.site, DATABASE_URL: 'postgres://x' })).toMatchObject({
      APP_URL: 'http://127.0.0.1:3000',
      ALIPAY_GATEWAY: 'http://127.0.0.1:4000/gateway.do',
    });
    expect(readEnv(settings.sandbox)).toMatchObject({
      ok: true,
      value: {
        port: 4000,
        wechat: { oauthDomains: ['127.0.0.1'], server: { url: 'http://127.0.0.1:3000/api/wechat/events' } },
      },
    });
  });

  test('it makes them once, readable by the owner only', () => {
    expect(settle({ LUFFY_DATA_DIR }).site).toEqual(settle({ LUFFY_DATA_DIR }).site);
    expect(statSync(path.join(LUFFY_DATA_DIR, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('what is given wins', () => {
    const given = { LUFFY_DATA_DIR, PORT: '3100', SANDBOX_PORT: '4100', APP_URL: 'https://luffy.example', HOST: '::' };
    const settings = settle({ ...given, AUTH_SECRET: 'a'.repeat(32) });
    expect(settings).toMatchObject({ siteUrl: 'http://127.0.0.1:3100', sandboxUrl: 'http://127.0.0.1:4100' });
    expect(settings.site).toMatchObject({ APP_URL: 'https://luffy.example', AUTH_SECRET: 'a'.repeat(32) });
  });

  test('the sandbox never sees the shop’s own secrets', () => {
    const { sandbox } = settle({ LUFFY_DATA_DIR, AUTH_SECRET: 'a'.repeat(32), DATABASE_URL: 'postgres://x' });
    expect(Object.keys(sandbox).filter((name) => /^(ALIPAY|WECHAT|AUTH|DATABASE)_/.test(name))).toEqual([]);
  });

  test.each([
    [{ PORT: '70000' }, /PORT/],
    [{ PORT: 'web' }, /PORT/],
    [{ SANDBOX_PORT: '0.5' }, /SANDBOX_PORT/],
    [{ PORT: '4000' }, /不能都是 4000/],
    [{ TRUSTED_PROXY_HOPS: 'all' }, /TRUSTED_PROXY_HOPS/],
  ])('%j is refused by name', (given, message) => {
    expect(() => settle({ LUFFY_DATA_DIR, ...given })).toThrow(message);
  });
});
