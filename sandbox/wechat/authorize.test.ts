import { afterAll, describe, expect, it } from 'vitest';
import { authorizeUrl, REDIRECT_URI, TestWechat } from './test-kit';

const wechat = new TestWechat();
afterAll(() => wechat.close());

/** What the phone of a new user shows for an OAuth address. */
async function open(url: string): Promise<string> {
  const user = await wechat.user();
  const response = await wechat.request(`/phone/${user.id}/oauth${new URL(url).search}`);
  expect(response.status).toBe(200);
  return response.text();
}

const reordered = (names: readonly string[]) => {
  const params = new URL(authorizeUrl()).searchParams;
  return `http://wechat.test/x?${new URLSearchParams(names.map((name) => [name, params.get(name) ?? '']))}`;
};

describe('an OAuth address is refused', () => {
  const ORDER = '链接参数的顺序';
  const cases: [string, string, string][] = [
    ['without appid', authorizeUrl({ appid: '' }), '错误码:10012'],
    ['with a foreign appid', authorizeUrl({ appid: 'wxffffffffffffffff' }), 'AppID参数错误'],
    ['without redirect_uri', authorizeUrl({ redirect_uri: '' }), '错误码:10011'],
    ['to another domain', authorizeUrl({ redirect_uri: 'http://evil.test/cb' }), '错误码:10003'],
    ['to a subdomain', authorizeUrl({ redirect_uri: 'http://www.shop.test/cb' }), '错误码:10003'],
    ['to another port than the one set', authorizeUrl({ redirect_uri: 'http://other.test:9090/' }), '错误码:10003'],
    ['to a domain in disguise', authorizeUrl({ redirect_uri: 'http://shop.test@evil.test/' }), '错误码:10003'],
    ['to a script', authorizeUrl({ redirect_uri: 'javascript:alert(1)' }), '错误码:10003'],
    ['without scope', authorizeUrl({ scope: '' }), '错误码:10010'],
    ['with the scope of a website app', authorizeUrl({ scope: 'snsapi_login' }), '错误码:10005'],
    ['without state', authorizeUrl({ state: '' }), '错误码:10013'],
    ['with 129 characters of state', authorizeUrl({ state: 'a'.repeat(129) }), 'state 只能是'],
    ['with a hyphen in state', authorizeUrl({ state: 'a-b' }), 'state 只能是'],
    ['with a newline in state', authorizeUrl({ state: 'ab\n' }), 'state 只能是'],
    ['with response_type token', authorizeUrl({ response_type: 'token' }), ORDER],
    ['with response_type first', reordered(['response_type', 'appid', 'redirect_uri', 'scope', 'state']), ORDER],
    ['with state before scope', reordered(['appid', 'redirect_uri', 'response_type', 'state', 'scope']), ORDER],
    ['with redirect_uri first', reordered(['redirect_uri', 'appid', 'response_type', 'scope', 'state']), ORDER],
  ];
  it.each(cases)('%s', async (_name, url, text) => {
    expect(await open(url)).toContain(text);
  });

  it('by any browser but the phone', async () => {
    const response = await wechat.request(`/wechat/open/connect/oauth2/authorize${new URL(authorizeUrl()).search}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('请在微信客户端打开链接');
  });
});

describe('consent', () => {
  const decide = async (decision: string, overrides: Record<string, string> = {}) => {
    const user = await wechat.user();
    const query = new URL(authorizeUrl(overrides)).search.slice(1);
    const body = new URLSearchParams({ query, decision });
    const response = await wechat.request(`/phone/${user.id}/oauth`, { method: 'POST', body });
    expect(response.status).toBe(302);
    return new URL(response.headers.get('location') ?? '');
  };

  it('names the user and asks 允许 or 拒绝', async () => {
    const page = await open(authorizeUrl());
    for (const text of ['申请获取以下权限', '测试用户', '>允许</button>', '>拒绝</button>'])
      expect(page).toContain(text);
  });

  it('is asked also with the parameters that may follow', async () => {
    expect(await open(`${authorizeUrl().split('#')[0]}&forcePopup=true&connect_redirect=1`)).toContain(
      '>允许</button>',
    );
  });

  it('given, leads back with code and state', async () => {
    const url = await decide('allow', { state: 'S'.repeat(128) });
    expect(`${url.origin}${url.pathname}`).toBe(REDIRECT_URI);
    expect([...url.searchParams.keys()]).toEqual(['code', 'state']);
    expect(url.searchParams.get('code')).toMatch(/^[\w-]{32}$/);
    expect(url.searchParams.get('state')).toBe('S'.repeat(128));
  });

  it('refused, leads back with the state alone', async () => {
    const url = await decide('refuse');
    expect([...url.searchParams]).toEqual([['state', 'abc123']]);
  });

  it('keeps the query and the fragment of the redirect address', async () => {
    const url = await decide('allow', { redirect_uri: 'http://other.test:8080/cb?a=%20b#part' });
    expect(url.href).toMatch(/^http:\/\/other\.test:8080\/cb\?a=%20b&code=[\w-]{32}&state=abc123#part$/);
  });

  it('is not asked for snsapi_base', async () => {
    const user = await wechat.user();
    const { search } = new URL(authorizeUrl({ scope: 'snsapi_base' }));
    const response = await wechat.request(`/phone/${user.id}/oauth${search}`);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toContain('code=');
  });

  it('cannot be given by a page of another origin', async () => {
    const user = await wechat.user();
    const body = new URLSearchParams({ query: new URL(authorizeUrl()).search.slice(1), decision: 'allow' });
    const init = { method: 'POST', body, headers: { origin: 'http://evil.test' } };
    expect((await wechat.request(`/phone/${user.id}/oauth`, init)).status).toBe(403);
  });
});

describe('a page in the phone that leads to the OAuth address itself', () => {
  it('is known by the cookie of that phone, for ten minutes and on that path only', async () => {
    const user = await wechat.user();
    const entered = await wechat.request(`/phone/${user.id}/go?url=${encodeURIComponent('http://shop.test/')}`);
    expect(entered.headers.get('location')).toBe('http://shop.test/');
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toBe(`wechat_user=${user.id}; Max-Age=600; Path=/wechat; HttpOnly; SameSite=Lax`);
    const { search } = new URL(authorizeUrl());
    const path = `/wechat/open/connect/oauth2/authorize${search}`;
    const response = await wechat.request(path, { headers: { cookie: `wechat_user=${user.id}` } });
    expect(response.headers.get('location')).toBe(`/phone/${user.id}/oauth${search}`);
  });
});
