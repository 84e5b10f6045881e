import { afterAll, describe, expect, it } from 'vitest';
import { authorizeUrl, TestWechat } from './test-kit';

const wechat = new TestWechat();
afterAll(() => wechat.close());

describe('the control API', () => {
  it('makes users, and finds them by id and openid', async () => {
    const { status, json } = await wechat.control('users', { nickname: ' 罗宾 ', unionid: false });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      nickname: '罗宾',
      openid: expect.stringMatching(/^o[\w-]{27}$/),
      unionid: null,
      following: false,
      messages: [],
    });
    expect((await wechat.control(`users/${json.openid}`)).json).toEqual(json);
    expect((await wechat.control('users/nobody')).status).toBe(404);
  });

  it.each([
    ['users', {}],
    ['users', { nickname: '' }],
    ['users', { nickname: 'x'.repeat(33) }],
    ['users', { nickname: 'a', admin: true }],
    ['token/expire', { as: '40013' }],
    ['users/:id/faults', { unheardOf: 1 }],
    ['users/:id/faults', { busy: -1 }],
    ['users/:id/faults', 1],
    ['users/:id/text', { content: '' }],
    ['users/:id/scan', {}],
    ['users/:id/scan', { url: 'x', decision: 'maybe' }],
  ])('%s refuses %j', async (path, body) => {
    const { id } = await wechat.user({ follows: true });
    expect((await wechat.control(path.replace(':id', id), body)).status).toBe(400);
  });

  it('refuses a foreign web page', async () => {
    const init = { method: 'POST', body: '{}', headers: { origin: 'http://evil.test' } };
    expect((await wechat.request('/control/wechat/token/expire', init)).status).toBe(403);
  });

  it('scans for a user', async () => {
    const { id } = await wechat.user();
    const scan = async (url: string, decision?: string) =>
      (await wechat.control(`users/${id}/scan`, { url, ...(decision === undefined ? {} : { decision }) })).json;
    expect(await scan(authorizeUrl())).toEqual({ kind: 'consent', scope: 'snsapi_userinfo' });
    expect(await scan(authorizeUrl(), 'refuse')).toEqual({
      kind: 'redirect',
      url: 'http://shop.test/api/wechat/callback?state=abc123',
    });
    expect(await scan(authorizeUrl({ scope: 'snsapi_base' }))).toMatchObject({ kind: 'redirect' });
    expect(await scan(authorizeUrl({ state: '' }))).toMatchObject({ kind: 'oauth-error', code: '10013' });
    expect(await scan('http://wechat.test/wechat/mp/r/x')).toEqual({ kind: 'account', qrKey: null, leadsTo: 'card' });
    expect(await scan('http://shop.test/courses')).toEqual({ kind: 'page', url: 'http://shop.test/courses' });
    expect(await scan('你好')).toEqual({ kind: 'text' });
  });

  it('knows its one app', async () => {
    expect((await wechat.control('apps/wxffffffffffffffff')).status).toBe(404);
  });
});
