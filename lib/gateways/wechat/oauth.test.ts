import { afterEach, describe, expect, it } from 'vitest';
import { testWechat, WECHAT_APP_ID } from '@/tests/support/wechat';
import { startWechatStub, type WechatStub } from '@/tests/support/wechat-stub';

let stub: WechatStub | undefined;
afterEach(() => stub?.stop());

async function scene(answer: object) {
  stub = await startWechatStub(() => answer);
  return { wechat: testWechat(stub.url), requests: stub.requests };
}

describe('the OAuth address', () => {
  const wechat = testWechat('http://api.example');

  it('has its parameters in the one order that works, and the fragment', () => {
    expect(wechat.oauthUrl({ redirectPath: '/api/wechat/callback', scope: 'snsapi_userinfo', state: 'Abc123' })).toBe(
      `https://open.example/connect/oauth2/authorize?appid=${WECHAT_APP_ID}` +
        '&redirect_uri=https%3A%2F%2Fluffy.example%2Fapi%2Fwechat%2Fcallback&response_type=code' +
        '&scope=snsapi_userinfo&state=Abc123#wechat_redirect',
    );
  });

  it.each(['', 'a-b', 'a_b', '路飞', 'x'.repeat(129)])('takes no state like %j', (state) => {
    expect(() => wechat.oauthUrl({ redirectPath: '/', scope: 'snsapi_base', state })).toThrow('state');
  });
});

describe('a code', () => {
  it('is exchanged for a grant', async () => {
    const { wechat, requests } = await scene({
      access_token: 'AT',
      expires_in: 7200,
      refresh_token: 'RT',
      openid: 'o-1',
      scope: 'snsapi_userinfo',
      unionid: 'u-1',
    });
    const value = { accessToken: 'AT', refreshToken: 'RT', openid: 'o-1', unionid: 'u-1', isSnapshot: false };
    expect(await wechat.exchangeCode('c&d')).toEqual({ kind: 'ok', value });
    expect(requests[0]).toMatchObject({
      method: 'GET',
      path: '/sns/oauth2/access_token',
      query: `appid=${WECHAT_APP_ID}&secret=0123456789abcdef0123456789abcdef&code=c%26d&grant_type=authorization_code`,
    });
  });

  it('of a 快照页 says so', async () => {
    const { wechat } = await scene({ access_token: 'AT', refresh_token: 'RT', openid: 'o-1', is_snapshotuser: 1 });
    expect(await wechat.exchangeCode('c')).toMatchObject({ value: { isSnapshot: true, unionid: null } });
  });

  it.each([40029, 40163])('that is no good: %i', async (errcode) => {
    const { wechat } = await scene({ errcode, errmsg: 'code been used' });
    expect(await wechat.exchangeCode('c')).toMatchObject({ kind: 'refused', refusal: { errcode, class: 'permanent' } });
  });
});

it('the profile is read with the token of the person', async () => {
  const { wechat, requests } = await scene({ openid: 'o-1', nickname: '蒙奇·D·路飞', headimgurl: '', privilege: [] });
  const value = { openid: 'o-1', nickname: '蒙奇·D·路飞', avatarUrl: null, unionid: null };
  expect(await wechat.profile('AT', 'o-1')).toEqual({ kind: 'ok', value });
  expect(requests[0]).toMatchObject({ path: '/sns/userinfo', query: 'access_token=AT&openid=o-1&lang=zh_CN' });
});

it('a permanent QR of the account is made', async () => {
  const { wechat, requests } = await scene({ ticket: 'gQH', url: 'http://weixin.qq.com/q/x' });
  const created = await wechat.createQr({ scene: 'follow', expiresInSeconds: null });
  expect(created).toEqual({ kind: 'ok', value: { url: 'http://weixin.qq.com/q/x', expiresInSeconds: null } });
  expect(requests[0]).toMatchObject({
    path: '/cgi-bin/qrcode/create',
    body: '{"action_name":"QR_LIMIT_STR_SCENE","action_info":{"scene":{"scene_str":"follow"}}}',
  });
});

it('the templates of the account are listed', async () => {
  const { wechat, requests } = await scene({
    template_list: [{ template_id: 'T', title: '支付成功通知', content: '{{thing1.DATA}}', primary_industry: '教育' }],
  });
  const value = [{ templateId: 'T', title: '支付成功通知', content: '{{thing1.DATA}}' }];
  expect(await wechat.listTemplates()).toEqual({ kind: 'ok', value });
  expect(requests[0]).toMatchObject({ method: 'GET', query: 'access_token=token-0' });
});
