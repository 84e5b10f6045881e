import { describe, expect, it } from 'vitest';
import { APP_ID, HOUR, MINUTE, SECOND, SECRET, TestWechat } from './test-kit';

const client = { grant_type: 'client_credential', appid: APP_ID, secret: SECRET };

const plain = (wechat: TestWechat) => wechat.get('/cgi-bin/token', client);
const stable = (wechat: TestWechat, force_refresh?: boolean) =>
  wechat.post('/cgi-bin/stable_token', { ...client, ...(force_refresh === undefined ? {} : { force_refresh }) });
const use = async (wechat: TestWechat, access_token: string) =>
  (await wechat.get('/cgi-bin/template/get_all_private_template', { access_token })).json.errcode ?? 0;
const counts = async (wechat: TestWechat) => (await wechat.control(`apps/${APP_ID}`)).json;

describe('/cgi-bin/token', () => {
  it('gives a new token each time; the old one works five minutes more', async () => {
    const wechat = new TestWechat();
    const first = (await plain(wechat)).json;
    expect(first).toEqual({ access_token: expect.stringMatching(/^84_.{509}$/), expires_in: 7200 });
    await wechat.runtime.advance(HOUR);
    const second = (await plain(wechat)).json;
    expect(second.access_token).not.toBe(first.access_token);
    await wechat.runtime.advance(5 * MINUTE - 1);
    expect([await use(wechat, first.access_token), await use(wechat, second.access_token)]).toEqual([0, 0]);
    await wechat.runtime.advance(1);
    expect([await use(wechat, first.access_token), await use(wechat, second.access_token)]).toEqual([40001, 0]);
  });

  it('expires after two hours', async () => {
    const wechat = new TestWechat();
    const { access_token } = (await plain(wechat)).json;
    await wechat.runtime.advance(2 * HOUR);
    expect(await use(wechat, access_token)).toBe(42001);
  });

  it('is refused after 2000 on a day', async () => {
    const wechat = new TestWechat();
    for (let fetched = 0; fetched < 2000; fetched += 1) await plain(wechat);
    expect((await plain(wechat)).json.errcode).toBe(45009);
    // 10:00 in Beijing: the next day is 14 hours away.
    await wechat.runtime.advance(14 * HOUR - 1);
    expect((await plain(wechat)).json.errcode).toBe(45009);
    await wechat.runtime.advance(1);
    expect((await plain(wechat)).json).toHaveProperty('access_token');
  });
});

describe('/cgi-bin/stable_token', () => {
  it('gives the same token until its last five minutes, then both work', async () => {
    const wechat = new TestWechat();
    const first = (await stable(wechat)).json;
    expect(first.expires_in).toBe(7200);
    await wechat.runtime.advance(115 * MINUTE - SECOND);
    expect((await stable(wechat)).json).toEqual({ ...first, expires_in: 301 });
    await wechat.runtime.advance(SECOND);
    const second = (await stable(wechat)).json;
    expect(second.access_token).not.toBe(first.access_token);
    expect(second.expires_in).toBe(7200);
    await wechat.runtime.advance(5 * MINUTE - 1);
    expect([await use(wechat, first.access_token), await use(wechat, second.access_token)]).toEqual([0, 0]);
    await wechat.runtime.advance(1);
    expect(await use(wechat, first.access_token)).toBe(42001);
    expect(await counts(wechat)).toMatchObject({ stableToken: { fetched: 3, issued: 2 }, token: { fetched: 0 } });
  });

  it('is apart from /cgi-bin/token', async () => {
    const wechat = new TestWechat();
    const { access_token } = (await stable(wechat)).json;
    for (let fetched = 0; fetched < 3; fetched += 1) await plain(wechat);
    await wechat.runtime.advance(10 * MINUTE);
    expect(await use(wechat, access_token)).toBe(0);
    expect((await stable(wechat)).json.access_token).toBe(access_token);
  });

  it('forced, ends the old token at once, not again within 30 s, and 20 times a day', async () => {
    const wechat = new TestWechat();
    const first = (await stable(wechat)).json.access_token;
    const second = (await stable(wechat, true)).json.access_token;
    expect(second).not.toBe(first);
    expect([await use(wechat, first), await use(wechat, second)]).toEqual([40001, 0]);
    await wechat.runtime.advance(30 * SECOND - 1);
    expect((await stable(wechat, true)).json.access_token).toBe(second);
    await wechat.runtime.advance(1);
    expect((await stable(wechat, true)).json.access_token).not.toBe(second);
    for (let forced = 2; forced < 20; forced += 1) {
      await wechat.runtime.advance(30 * SECOND);
      expect((await stable(wechat, true)).json).toHaveProperty('access_token');
    }
    await wechat.runtime.advance(30 * SECOND);
    expect((await stable(wechat, true)).json.errcode).toBe(45009);
    expect((await stable(wechat)).json).toHaveProperty('access_token');
  });
});

describe('a test', () => {
  it.each([
    ['42001', 42001],
    ['40001', 40001],
  ])('can end the tokens as %s; the next fetch gives a new one', async (as, errcode) => {
    const wechat = new TestWechat();
    const { access_token } = (await stable(wechat)).json;
    await wechat.control('token/expire', { as });
    expect(await use(wechat, access_token)).toBe(errcode);
    const renewed = (await stable(wechat)).json;
    expect(renewed.access_token).not.toBe(access_token);
    expect(await use(wechat, renewed.access_token)).toBe(0);
  });
});
