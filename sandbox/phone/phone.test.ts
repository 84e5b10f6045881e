import { afterAll, describe, expect, it } from 'vitest';
import { APP_ID, authorizeUrl, paidNotice, type TestUser, TestWechat } from '../wechat/test-kit';

const wechat = new TestWechat();
afterAll(() => wechat.close());

const page = async (user: TestUser, path = '') => (await wechat.request(`/phone/${user.id}${path}`)).text();
const submit = async (path: string, form: Record<string, string> = {}) => {
  const response = await wechat.request(path, { method: 'POST', body: new URLSearchParams(form) });
  return response.status === 303 ? (response.headers.get('location') ?? '') : `${response.status}`;
};
const scanned = (user: TestUser, text: string) => submit(`/phone/${user.id}/open`, { text });

describe('/phone', () => {
  it('makes a phone', async () => {
    const location = await submit('/phone', { nickname: '<b>山治</b>' });
    expect(location).toMatch(/^\/phone\/u[0-9a-f]{8}$/);
    const list = await (await wechat.request('/phone')).text();
    expect(list).toContain('&lt;b&gt;山治');
    expect(list).not.toContain('<b>');
    expect(await submit('/phone', { nickname: ' ' })).toBe('400');
  });

  it('has no phone of nobody', async () => {
    for (const path of ['', '/chat', '/account', '/scan', '/browse', '/go', '/oauth', '/events']) {
      expect((await wechat.request(`/phone/nobody${path}`)).status).toBe(404);
    }
  });

  it('is not to be framed, cached or driven by others', async () => {
    const response = await wechat.request('/phone');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    const init = { method: 'POST', body: 'nickname=x', headers: { origin: 'http://evil.test' } };
    expect((await wechat.request('/phone', init)).status).toBe(403);
  });

  it('serves its files, and no other', async () => {
    for (const name of ['phone.css', 'phone.mjs', 'scan.mjs', 'account.svg', 'jsqr.js']) {
      expect((await wechat.request(`/phone/assets/${name}`)).status).toBe(200);
    }
    expect((await wechat.request('/phone/assets/../phone.ts')).status).toBe(404);
  });
});

describe('the account', () => {
  it('is followed and unfollowed', async () => {
    const user = await wechat.user();
    expect(await page(user, '/account')).toContain('>关注</button>');
    expect(await page(user, '/chat')).not.toContain('>发送</button>');
    expect(await submit(`/phone/${user.id}/follow`)).toBe(`/phone/${user.id}/chat`);
    expect(await page(user, '/chat')).toContain('>发送</button>');
    expect(await page(user, '/account')).toContain('>取消关注</button>');
    expect(await submit(`/phone/${user.id}/unfollow`)).toBe(`/phone/${user.id}/account`);
    expect((await wechat.control(`users/${user.id}`)).json).toMatchObject({ following: false });
  });

  it('has a QR picture', async () => {
    const picture = await wechat.request(`/wechat/mp/cgi-bin/showqrcode?ticket=${APP_ID}`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect((await wechat.request('/wechat/mp/cgi-bin/showqrcode?ticket=other')).status).toBe(404);
    const behind = await wechat.request(`/wechat/mp/r/${APP_ID}`);
    expect(await behind.text()).toContain('请在微信客户端打开链接');
  });
});

describe('the chat', () => {
  it('shows messages on both sides, cards with a way into their address, and no markup but links', async () => {
    const user = await wechat.user({ follows: true });
    await submit(`/phone/${user.id}/chat`, { text: '<i>在吗</i>' });
    const text =
      '<b>好</b> <a href="http://shop.test/a?b=1&c=2">看课</a>，或 http://shop.test/c。<a href="javascript:x">坏</a>';
    await wechat.custom(user, text);
    await wechat.template(paidNotice(user));
    expect(await page(user)).toContain('2<span class="hidden"> 条新消息');
    const chat = await page(user, '/chat');
    expect(chat).toContain('&lt;i&gt;在吗&lt;/i&gt;');
    expect(chat).toContain('&lt;b&gt;好&lt;/b&gt;');
    const link = (url: string) => `href="/phone/${user.id}/browse?url=${encodeURIComponent(url)}"`;
    expect(chat).toContain(`<a ${link('http://shop.test/a?b=1&c=2')}>看课</a>`);
    expect(chat).toContain(`<a ${link('http://shop.test/c')}>http://shop.test/c</a>。`);
    expect(chat).toContain('&lt;a href=&quot;javascript:x&quot;&gt;坏');
    expect(chat).toContain(`<a class="template" ${link('http://shop.test/enrol/LF1')}>`);
    expect(chat).toContain('<dt>支付金额</dt><dd>¥199.00</dd>');
    expect(await page(user)).not.toContain('条新消息');
  });

  it('is told of what arrives', async () => {
    const user = await wechat.user({ follows: true });
    const response = await wechat.request(`/phone/${user.id}/events`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await next()).toBe('data: hello\n\n');
    await wechat.custom(await wechat.user({ follows: true }));
    await wechat.custom(user);
    expect(await next()).toBe('data: message.sent\n\n');
    await reader?.cancel();
  });
});

describe('扫一扫', () => {
  it('opens the account, an OAuth address, a page, and shows any other text', async () => {
    const user = await wechat.user();
    expect(await scanned(user, `http://wechat.test/wechat/mp/r/${APP_ID}`)).toBe(`/phone/${user.id}/account`);
    const url = authorizeUrl();
    const { json: qr } = await wechat.createQr({ action_name: 'QR_LIMIT_STR_SCENE', scene: { scene_str: 'follow' } });
    const card = await scanned(user, qr.url);
    expect(card).toBe(`/phone/${user.id}/account?qr=${qr.url.split('/').at(-1)}`);
    expect(await page(user, card.slice(`/phone/${user.id}`.length))).toContain('name="qr"');
    const browse = `/phone/${user.id}/browse?${new URLSearchParams({ url })}`;
    expect(await scanned(user, ` ${url}\n`)).toBe(browse);
    const response = await wechat.request(`/phone/${user.id}/open`, {
      method: 'POST',
      body: new URLSearchParams({ text: '<script>' }),
    });
    expect(await response.text()).toContain('扫描结果：&lt;script&gt;');
  });
});

describe("the phone's browser", () => {
  const open = async (user: TestUser, url: string) => {
    const response = await wechat.request(`/phone/${user.id}/browse?${new URLSearchParams({ url })}`);
    return response.headers.get('location') ?? (await response.text());
  };
  const go = (user: TestUser, url: string) => `/phone/${user.id}/go?${new URLSearchParams({ url })}`;

  it('frames a site that allows it, without cookies of the tab', async () => {
    const user = await wechat.user();
    wechat.runtime.headers = { 'content-security-policy': "default-src 'self'; frame-ancestors http://wechat.test" };
    const html = await open(user, 'http://framed.test/course/1?a=b');
    expect(html).toContain(`<iframe src="${go(user, 'http://framed.test/course/1?a=b')}"`);
    expect(html).toContain('credentialless');
    expect(wechat.runtime.asked.at(-1)).toBe('HEAD http://framed.test/');
  });

  it('gives the tab to one that does not, and for OAuth asks the site behind it', async () => {
    const user = await wechat.user();
    wechat.runtime.headers = { 'x-frame-options': 'DENY' };
    expect(await open(user, 'http://closed.test/')).toBe(go(user, 'http://closed.test/'));
    const url = authorizeUrl();
    expect(await open(user, url)).toBe(go(user, url));
    expect(wechat.runtime.asked.at(-1)).toBe('HEAD http://shop.test/');
    const entered = await wechat.request(go(user, url));
    expect(entered.headers.get('location')).toBe(`/phone/${user.id}/oauth${new URL(url).search}`);
  });

  it('shows the failure of a site that is not there inside the phone', async () => {
    wechat.runtime.headers = 'unreachable';
    expect(await open(await wechat.user(), 'http://gone.test/')).toContain('<iframe');
  });

  it('gives the tab to a site that is slow to say', async () => {
    const user = await wechat.user();
    wechat.runtime.headers = 'slow';
    const opened = open(user, 'http://slow.test/');
    await wechat.runtime.advance(3000);
    expect(await opened).toBe(go(user, 'http://slow.test/'));
  });

  it('opens nothing but web addresses', async () => {
    const user = await wechat.user();
    for (const url of ['', 'javascript:alert(1)', 'file:///etc/passwd']) {
      expect(await open(user, url)).toBe(`/phone/${user.id}`);
      const response = await wechat.request(go(user, url));
      expect(response.headers.get('location')).toBe(`/phone/${user.id}`);
    }
  });
});
