import { afterAll, describe, expect, it } from 'vitest';
import { APP_ID, HOUR, MINUTE, TestWechat } from './test-kit';

const wechat = new TestWechat();
afterAll(() => wechat.close());

const DAY = 24 * HOUR;

async function session(scope: 'snsapi_base' | 'snsapi_userinfo' = 'snsapi_userinfo') {
  const user = await wechat.user({ nickname: '布鲁克' });
  const { json } = await wechat.exchange(await wechat.code(user, scope));
  return { user, tokens: json };
}

const userinfo = (access_token: string, openid: string) =>
  wechat.get('/sns/userinfo', { access_token, openid, lang: 'zh_CN' });
const refresh = (refresh_token: string) =>
  wechat.get('/sns/oauth2/refresh_token', { appid: APP_ID, grant_type: 'refresh_token', refresh_token });

describe('a code', () => {
  it('gives openid, tokens and, with snsapi_userinfo, the unionid', async () => {
    const { user, tokens } = await session();
    expect(tokens).toEqual({
      access_token: expect.stringMatching(/^\d+_.{500,}$/),
      expires_in: 7200,
      refresh_token: expect.any(String),
      openid: user.openid,
      scope: 'snsapi_userinfo',
      unionid: user.unionid,
    });
    const silent = await session('snsapi_base');
    expect(silent.tokens).not.toHaveProperty('unionid');
    expect(silent.tokens.openid).toBe(silent.user.openid);
  });

  it('works once', async () => {
    const code = await wechat.code(await wechat.user());
    expect((await wechat.exchange(code)).json).toHaveProperty('access_token');
    expect((await wechat.exchange(code)).json).toMatchObject({
      errcode: 40163,
      errmsg: expect.stringContaining('code been used'),
    });
  });

  it('is not used up by a wrong secret', async () => {
    const code = await wechat.code(await wechat.user());
    expect((await wechat.exchange(code, { secret: 'wrong' })).json.errcode).toBe(40125);
    expect((await wechat.exchange(code)).json).toHaveProperty('openid');
  });

  it('works for less than five minutes', async () => {
    const user = await wechat.user();
    const [early, late] = [await wechat.code(user), await wechat.code(user)];
    await wechat.runtime.advance(5 * MINUTE - 1);
    expect((await wechat.exchange(early)).json).toHaveProperty('openid');
    await wechat.runtime.advance(1);
    expect((await wechat.exchange(late)).json.errcode).toBe(40029);
  });
});

describe('userinfo', () => {
  it('tells nickname and picture', async () => {
    const { user, tokens } = await session();
    const { json } = await userinfo(tokens.access_token, user.openid);
    expect(json).toMatchObject({
      openid: user.openid,
      nickname: '布鲁克',
      sex: 0,
      privilege: [],
      unionid: user.unionid,
    });
    const picture = await wechat.request(new URL(String(json.headimgurl)).pathname);
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(await picture.text()).toContain('布');
  });

  it('is refused to snsapi_base, and for another openid', async () => {
    const silent = await session('snsapi_base');
    expect((await userinfo(silent.tokens.access_token, silent.user.openid)).json.errcode).toBe(48001);
    const { tokens } = await session();
    expect((await userinfo(tokens.access_token, silent.user.openid)).json.errcode).toBe(40003);
  });

  it('ends with its token after two hours; a refresh gives another one', async () => {
    const { user, tokens } = await session();
    await wechat.runtime.advance(2 * HOUR - 1);
    expect((await userinfo(tokens.access_token, user.openid)).json.nickname).toBe('布鲁克');
    await wechat.runtime.advance(1);
    expect((await userinfo(tokens.access_token, user.openid)).json.errcode).toBe(42001);
    const { json } = await refresh(tokens.refresh_token);
    expect(json.access_token).not.toBe(tokens.access_token);
    expect((await userinfo(json.access_token, user.openid)).json.nickname).toBe('布鲁克');
    expect((await userinfo(tokens.access_token, user.openid)).json.errcode).toBe(40001);
  });

  it('a refresh in time keeps the token, for two hours more', async () => {
    const { user, tokens } = await session();
    await wechat.runtime.advance(HOUR);
    expect((await refresh(tokens.refresh_token)).json.access_token).toBe(tokens.access_token);
    await wechat.runtime.advance(HOUR + MINUTE);
    const query = { access_token: tokens.access_token, openid: user.openid };
    expect((await wechat.get('/sns/auth', query)).json).toEqual({ errcode: 0, errmsg: 'ok' });
  });

  it('refreshing ends after 30 days', async () => {
    const { tokens } = await session();
    await wechat.runtime.advance(30 * DAY);
    expect((await refresh(tokens.refresh_token)).json.errcode).toBe(42002);
  });
});

describe('a 快照页', () => {
  it('has a virtual openid and no userinfo', async () => {
    const user = await wechat.user();
    await wechat.control(`users/${user.id}/faults`, { snapshot: true });
    const { json } = await wechat.exchange(await wechat.code(user));
    expect(json).toMatchObject({ is_snapshotuser: 1, scope: 'snsapi_userinfo' });
    expect(json.openid).not.toBe(user.openid);
    expect(json).not.toHaveProperty('unionid');
    expect((await userinfo(json.access_token, json.openid)).json.errcode).toBe(48001);
  });
});

describe('user/info', () => {
  const info = async (openid: string) =>
    wechat.get('/cgi-bin/user/info', { access_token: await wechat.token(), openid, lang: 'zh_CN' });

  it('tells followers from others, and no names', async () => {
    const user = await wechat.user();
    expect((await info(user.openid)).json).toEqual({ subscribe: 0, openid: user.openid });
    await wechat.control(`users/${user.id}/follow`, {});
    const { json } = await info(user.openid);
    expect(json).toMatchObject({ subscribe: 1, openid: user.openid, unionid: user.unionid });
    expect(json.subscribe_time).toBe(Math.floor(wechat.runtime.time / 1000));
    expect(json).not.toHaveProperty('nickname');
  });

  it('refuses an openid of nobody', async () => {
    expect((await info('oNobody')).json.errcode).toBe(40003);
    expect((await info('')).json.errcode).toBe(41009);
  });
});
