import { afterEach, expect, it } from 'vitest';
import { startWechatStub, type WechatStub } from '@/tests/support/wechat-stub';
import { fetchStableToken } from './stable-token';

let stub: WechatStub | undefined;
afterEach(() => stub?.stop());

const app = (apiBase: string) => ({ appId: 'wx1', secret: 's', apiBase });

it.each([false, true])('asks for the stable token, forced: %s', async (forced) => {
  stub = await startWechatStub(() => ({ access_token: 'x'.repeat(512), expires_in: 7200 }));
  const value = { token: 'x'.repeat(512), expiresInSeconds: 7200 };
  expect(await fetchStableToken(app(stub.url), forced)).toEqual({ kind: 'ok', value });
  const [request] = stub.requests;
  expect(request).toMatchObject({ method: 'POST', path: '/cgi-bin/stable_token', query: '' });
  expect(JSON.parse(request?.body ?? '')).toEqual({
    grant_type: 'client_credential',
    appid: 'wx1',
    secret: 's',
    force_refresh: forced,
  });
});

it('tells a wrong secret from a busy platform', async () => {
  stub = await startWechatStub(() => ({ errcode: 40125, errmsg: 'invalid appsecret rid: 1-2-3' }));
  expect(await fetchStableToken(app(stub.url), false)).toMatchObject({
    kind: 'refused',
    refusal: { class: 'configuration' },
  });
});
