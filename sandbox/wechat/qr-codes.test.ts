import { afterAll, describe, expect, it } from 'vitest';
import { SECOND, type TestUser, TestWechat } from './test-kit';

const wechat = new TestWechat();
afterAll(() => wechat.close());

const text = (scene_str: unknown) => ({ scene_str });
const number = (scene_id: unknown) => ({ scene_id });
const scan = async (user: TestUser, url: string) => (await wechat.control(`users/${user.id}/scan`, { url })).json;
const info = async (openid: string) =>
  (await wechat.get('/cgi-bin/user/info', { access_token: await wechat.token(), openid })).json;

describe('qrcode/create', () => {
  it.each([
    ['an unknown action', { action_name: 'QR_CARD', scene: text('a') }, 40052],
    ['no action', { scene: text('a') }, 40052],
    ['no scene', { action_name: 'QR_STR_SCENE' }, 40053],
    ['65 characters', { action_name: 'QR_STR_SCENE', scene: text('a'.repeat(65)) }, 40053],
    ['an empty text', { action_name: 'QR_LIMIT_STR_SCENE', scene: text('') }, 40053],
    ['a text for a number', { action_name: 'QR_SCENE', scene: text('a') }, 40053],
    ['zero', { action_name: 'QR_SCENE', scene: number(0) }, 40053],
    ['33 bits', { action_name: 'QR_SCENE', scene: number(2 ** 32) }, 40053],
    ['a permanent number over 100000', { action_name: 'QR_LIMIT_SCENE', scene: number(100_001) }, 40053],
    ['31 days', { action_name: 'QR_SCENE', scene: number(1), expire_seconds: 2_592_001 }, 40053],
  ])('refuses %s', async (_name, body, errcode) => {
    expect((await wechat.createQr(body)).json.errcode).toBe(errcode);
  });

  it('gives a ticket, an address and, for a temporary one, its seconds', async () => {
    const { json } = await wechat.createQr({ action_name: 'QR_SCENE', scene: number(2 ** 32 - 1) });
    expect(json).toEqual({
      ticket: expect.stringMatching(/^gQ.+=$/),
      expire_seconds: 60,
      url: expect.stringMatching(/^http:\/\/wechat\.test\/wechat\/mp\/q\/[\w-]{24}$/),
    });
    const permanent = await wechat.createQr({ action_name: 'QR_LIMIT_STR_SCENE', scene: text('follow') });
    expect(permanent.json).not.toHaveProperty('expire_seconds');
    const picture = await wechat.request(
      `/wechat/mp/cgi-bin/showqrcode?${new URLSearchParams({ ticket: permanent.json.ticket })}`,
    );
    expect(picture.headers.get('content-type')).toBe('image/png');
  });
});

describe('a parametric code', () => {
  it('leads to the card, and a follow there has its scene', async () => {
    const user = await wechat.user();
    const { json } = await wechat.createQr({ action_name: 'QR_LIMIT_STR_SCENE', scene: text('007') });
    const found = await scan(user, json.url);
    expect(found).toEqual({ kind: 'account', qrKey: json.url.split('/').at(-1), leadsTo: 'card' });
    await wechat.control(`users/${user.id}/follow`, { qrKey: found.qrKey });
    expect(await info(user.openid)).toMatchObject({ subscribe: 1, qr_scene: 0, qr_scene_str: '007' });
    expect(await scan(user, json.url)).toMatchObject({ leadsTo: 'chat' });
  });

  it('ends with its seconds', async () => {
    const user = await wechat.user();
    const { json } = await wechat.createQr({ action_name: 'QR_SCENE', scene: number(5), expire_seconds: 10 });
    await wechat.runtime.advance(10 * SECOND - 1);
    expect(await scan(user, json.url)).toMatchObject({ leadsTo: 'card' });
    await wechat.runtime.advance(1);
    expect(await scan(user, json.url)).toMatchObject({ leadsTo: 'expired' });
  });
});
