import { afterAll, describe, expect, it } from 'vitest';
import { MINUTE, TestWechat } from './test-kit';

const wechat = new TestWechat();
afterAll(() => wechat.close());

const create = async (button: unknown) =>
  (await wechat.post('/cgi-bin/menu/create', { button }, { access_token: await wechat.token() })).json.errcode;
const get = async (path: string) => (await wechat.get(path, { access_token: await wechat.token() })).json;

const click = (name: string, key = 'k') => ({ type: 'click', name, key });
const view = (name: string, url = 'http://shop.test/') => ({ type: 'view', name, url });
const list = (...sub_button: readonly unknown[]) => ({ name: '更多', sub_button });
const times = (count: number) => Array.from({ length: count }, (_one, index) => click(`第${index}个`));

describe('menu/create', () => {
  it.each<[string, unknown, number]>([
    ['no button', [], 40016],
    ['something else', 'menu', 40016],
    ['four buttons', times(4), 40016],
    ['three', times(3), 0],
    ['a name of 16 bytes', [click('一二三四五a')], 0],
    ['a name of 17 bytes', [click('一二三四五ab')], 40018],
    ['no name', [click('')], 40018],
    ['an unknown type', [{ ...click('a'), type: 'scan' }], 40017],
    ['no type', [{ name: 'a' }], 40017],
    ['a key of 128 bytes', [click('a', 'k'.repeat(128))], 0],
    ['a key of 129 bytes', [click('a', 'k'.repeat(129))], 40019],
    ['no key', [click('a', '')], 40019],
    ['an address of 1024 bytes', [view('a', `http://shop.test/${'x'.repeat(1007)}`)], 0],
    ['an address of 1025 bytes', [view('a', `http://shop.test/${'x'.repeat(1008)}`)], 40020],
    ['an address that is none', [view('a', '/courses')], 40055],
    ['six below one', [list(...times(6))], 40023],
    ['five below one', [list(...times(5))], 0],
    ['a name of 60 bytes below', [list(click('二'.repeat(20)))], 0],
    ['a name of 61 bytes below', [list(click(`${'二'.repeat(20)}a`))], 40025],
    ['an unknown type below', [list({ ...click('a'), type: 'x' })], 40024],
    ['a long key below', [list(click('a', 'k'.repeat(129)))], 40026],
    ['a long address below', [list(view('a', `http://shop.test/${'x'.repeat(1008)}`))], 40027],
    ['a script below', [list(view('a', 'javascript:alert(1)'))], 40054],
  ])('%s', async (_name, button, errcode) => {
    expect(await create(button)).toBe(errcode);
  });
});

describe('the menu', () => {
  it('is read back, replaced and deleted', async () => {
    await create([click('帮助', 'help'), list(view('课程'))]);
    expect(await get('/cgi-bin/menu/get')).toMatchObject({
      menu: {
        button: [
          { type: 'click', name: '帮助', key: 'help', sub_button: [] },
          { name: '更多', sub_button: [{ type: 'view', name: '课程', url: 'http://shop.test/' }] },
        ],
      },
    });
    expect((await get('/cgi-bin/menu/delete')).errcode).toBe(0);
    expect((await get('/cgi-bin/menu/get')).errcode).toBe(46003);
  });

  it('is at the bottom of a follower’s chat: a click goes to the chat, a view to its page', async () => {
    await create([click('帮助', 'help'), list(view('<课程>', 'http://shop.test/courses'))]);
    const user = await wechat.user();
    const chat = async () => (await wechat.request(`/phone/${user.id}/chat`)).text();
    expect(await chat()).not.toContain('帮助');
    await wechat.control(`users/${user.id}/follow`, {});
    expect(await chat()).toContain('<summary>更多</summary>');
    expect(await chat()).toContain('<button name="button" value="1.0">&lt;课程&gt;</button>');
    const tap = async (button: string) => {
      const body = new URLSearchParams({ button });
      return (await wechat.request(`/phone/${user.id}/menu`, { method: 'POST', body })).headers.get('location');
    };
    expect(await tap('0')).toBe(`/phone/${user.id}/chat`);
    expect(await tap('1.0')).toBe(`/phone/${user.id}/browse?url=${encodeURIComponent('http://shop.test/courses')}`);
    for (const nothing of ['1', '1.1', '0.0', '2', 'x', '']) expect(await tap(nothing)).toBe(`/phone/${user.id}/chat`);
  });

  it('lets the account answer a click: three messages within a minute', async () => {
    await create([click('帮助', 'help')]);
    const user = await wechat.user({ follows: true });
    await wechat.runtime.advance(MINUTE);
    await wechat.control(`users/${user.id}/tap`, { name: '帮助' });
    const codes: number[] = [];
    for (let sent = 0; sent < 4; sent += 1) codes.push((await wechat.custom(user, `${sent}`)).json.errcode);
    expect(codes).toEqual([0, 0, 0, 45047]);
    await wechat.runtime.advance(MINUTE);
    expect((await wechat.custom(user)).json.errcode).toBe(45015);
  });
});
