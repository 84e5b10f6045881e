import { getJsApiSignature } from '@wecom/crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { APP_ID, HOUR, MINUTE, TestWechat } from '../wechat/test-kit';

const wechat = new TestWechat();
afterAll(() => wechat.close());

const ticket = async (type = 'jsapi') => {
  const query = { access_token: await wechat.token(), type };
  return (await wechat.get('/cgi-bin/ticket/getticket', query)).json;
};
const URL_OF_PAGE = 'http://shop.test/courses/python?a=1';
const phone = async () => `wechat_user=${(await wechat.user()).id}`;

async function config(overrides: Record<string, string> = {}, cookie: string | null = null): Promise<string> {
  const signed = getJsApiSignature({ url: URL_OF_PAGE, ticket: (await ticket()).ticket, nonceStr: 'n1', timestamp: 1 });
  const query = { appId: APP_ID, timestamp: '1', nonceStr: 'n1', signature: signed.signature, url: URL_OF_PAGE };
  const search = new URLSearchParams({ ...query, callback: '__wx1', ...overrides });
  const headers = { cookie: cookie ?? (await phone()) };
  return (await wechat.request(`/wechat/res/bridge/config?${search}`, { headers })).text();
}

describe('getticket', () => {
  it('gives the same ticket until its last five minutes', async () => {
    const first = await ticket();
    expect(first).toMatchObject({ errcode: 0, expires_in: 7200 });
    await wechat.runtime.advance(HOUR);
    expect(await ticket()).toMatchObject({ ticket: first.ticket, expires_in: 3600 });
    await wechat.runtime.advance(55 * MINUTE);
    expect((await ticket()).ticket).not.toBe(first.ticket);
    expect((await ticket('wx_card')).errcode).toBe(40097);
  });
});

describe('wx.config', () => {
  it('is good on a page that was signed', async () => {
    expect(await config()).toBe('__wx1({"errMsg":"config:ok"});');
  });

  it.each([
    ['another address', { url: 'http://shop.test/courses' }, 'invalid signature'],
    ['another nonce', { nonceStr: 'n2' }, 'invalid signature'],
    ['a foreign domain', { url: 'http://evil.test/' }, 'invalid url domain'],
    ['a foreign appid', { appId: 'wx1' }, 'invalid appid'],
  ])('is not with %s', async (_name, change: Record<string, string>, problem) => {
    expect(await config(change)).toContain(`config:${problem}`);
  });

  it('is not in an ordinary browser, and calls back nothing but its own', async () => {
    expect(await config({}, '')).toContain('请从虚拟手机打开');
    expect(await config({ callback: 'alert' })).not.toContain('alert');
  });

  it('comes with the script under its real name', async () => {
    const script = await wechat.request('/wechat/res/open/js/jweixin-1.6.0.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await script.text()).toContain('window.wx');
  });
});

describe('the dialog of 订阅通知', () => {
  const templates = async () => {
    const query = { access_token: await wechat.token() };
    return (await wechat.get('/wxaapi/newtmpl/gettemplate', query)).json.data;
  };
  const decide = async (cookie: string, form: URLSearchParams, origin = 'http://wechat.test') => {
    const headers = { cookie, origin };
    return wechat.request('/wechat/res/permit', { method: 'POST', body: form, headers });
  };

  it('names what is asked for, and records each answer', async () => {
    const user = await wechat.user({ follows: true });
    const cookie = `wechat_user=${user.id}`;
    const ids = (await templates()).map(({ priTmplId }) => priTmplId ?? '');
    const template = ids.join(',');
    const asked = await wechat.request(`/wechat/res/permit?${new URLSearchParams({ template })}`, {
      headers: { cookie },
    });
    expect(asked.headers.get('content-security-policy')).not.toContain('frame-ancestors');
    expect(await asked.text()).toMatch(/开课提醒[^]*优惠券到期提醒[^]*>允许</);
    const form = new URLSearchParams({ template, decision: 'allow', allowed: ids[0] ?? '' });
    const decided = await (await decide(cookie, form)).text();
    expect(decided).toContain('data-type="success"');
    expect(decided).toContain('subscribe:ok');
    const view = (await wechat.control(`users/${user.id}`)).json;
    expect(view).toMatchObject({ permits: { [ids[0] ?? '']: 1 } });
    await decide(cookie, new URLSearchParams({ template, decision: 'refuse', allowed: ids[1] ?? '' }));
    expect((await wechat.control(`users/${user.id}`)).json).toMatchObject({ permits: view.permits });
  });

  it('is for phones, and cannot be answered by the page around it', async () => {
    const template = (await templates())[0]?.priTmplId ?? '';
    const form = new URLSearchParams({ template, decision: 'allow', allowed: template });
    expect(await (await decide('', form)).text()).toContain('不知道这是哪部手机');
    expect((await decide(await phone(), form, 'http://shop.test')).status).toBe(403);
    const unknown = new URLSearchParams({ template: 'x', decision: 'allow' });
    expect(await (await decide(await phone(), unknown)).text()).toContain('data-type="error"');
  });
});
