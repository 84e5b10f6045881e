import { afterAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE, paidNotice, SECOND, type TestUser, TestWechat } from './test-kit';

const wechat = new TestWechat();
afterAll(() => wechat.close());

const errcodes = async (user: TestUser, count: number) => {
  const codes: number[] = [];
  for (let sent = 0; sent < count; sent += 1) codes.push((await wechat.custom(user, `第 ${sent} 条`)).json.errcode);
  return codes;
};
const act = (user: TestUser, what: string, body: unknown = {}) => wechat.control(`users/${user.id}/${what}`, body);

describe('custom messages', () => {
  it('after a follow: three within a minute', async () => {
    const user = await wechat.user({ follows: true });
    await wechat.runtime.advance(MINUTE - 1);
    expect(await errcodes(user, 4)).toEqual([0, 0, 0, 45047]);
    await wechat.runtime.advance(1);
    expect(await errcodes(user, 1)).toEqual([45015]);
  });

  it("after the user's message: five within 48 hours, and anew with the next message", async () => {
    const user = await wechat.user({ follows: true });
    await wechat.runtime.advance(MINUTE);
    await act(user, 'text', { content: '在吗' });
    await wechat.runtime.advance(48 * HOUR - 1);
    expect(await errcodes(user, 6)).toEqual([0, 0, 0, 0, 0, 45047]);
    await act(user, 'text', { content: '还在吗' });
    expect(await errcodes(user, 6)).toEqual([0, 0, 0, 0, 0, 45047]);
    await wechat.runtime.advance(48 * HOUR);
    expect(await errcodes(user, 1)).toEqual([45015]);
  });

  it('after a scan of a parametric code by a follower: three within a minute', async () => {
    const user = await wechat.user({ follows: true });
    await wechat.runtime.advance(HOUR);
    const { json } = await wechat.createQr({ action_name: 'QR_STR_SCENE', scene: { scene_str: 'a' } });
    await act(user, 'scan', { url: json.url });
    expect(await errcodes(user, 4)).toEqual([0, 0, 0, 45047]);
  });

  it('windows add up, and the one that closes first is used first', async () => {
    const user = await wechat.user({ follows: true });
    await act(user, 'text', { content: '在吗' });
    expect(await errcodes(user, 3)).toEqual([0, 0, 0]);
    await wechat.runtime.advance(MINUTE);
    expect(await errcodes(user, 6)).toEqual([0, 0, 0, 0, 0, 45047]);
  });

  it('an unfollow ends every window', async () => {
    const user = await wechat.user({ follows: true });
    await act(user, 'text', { content: '在吗' });
    await act(user, 'unfollow');
    expect(await errcodes(user, 1)).toEqual([45015]);
    expect((await act(user, 'text', { content: '喂' })).status).toBe(409);
  });

  it('answer without a msgid', async () => {
    const user = await wechat.user({ follows: true });
    expect((await wechat.custom(user)).text).toBe('{"errcode":0,"errmsg":"ok"}');
  });
});

describe('template messages', () => {
  it('answer a bare 64-bit msgid that no JavaScript number holds', async () => {
    const user = await wechat.user({ follows: true });
    const { text } = await wechat.template(paidNotice(user));
    const msgid = /^\{"errcode":0,"errmsg":"ok","msgid":(\d+)\}$/.exec(text)?.[1] ?? '';
    expect(BigInt(msgid)).toBeGreaterThan(2n ** 53n);
    expect(BigInt(msgid)).toBeLessThan(2n ** 63n);
    expect(String(Number(msgid))).not.toBe(msgid);
    expect(await wechat.messages(user)).toMatchObject([{ msgid }]);
  });

  it('need no window, and keep the known values alone', async () => {
    const user = await wechat.user({ follows: true });
    await wechat.runtime.advance(72 * HOUR);
    const extra = { first: { value: '你好', color: '#ff0000' }, remark: { value: '再见' }, thing9: { value: 'x' } };
    expect((await wechat.template(paidNotice(user, {}, extra))).json.errcode).toBe(0);
    expect(await wechat.messages(user)).toMatchObject([
      {
        kind: 'template',
        title: '支付成功通知',
        url: 'http://shop.test/enrol/LF1',
        data: {
          character_string1: 'LF20260302100000123456',
          thing2: 'Python 全栈开发',
          amount3: '¥199.00',
          time4: '2026年3月2日 10:00',
        },
      },
    ]);
  });

  it('with one client_msg_id are sent once in ten minutes, to each user', async () => {
    const [user, other] = [await wechat.user({ follows: true }), await wechat.user({ follows: true })];
    const send = async (to: TestUser) => (await wechat.template(paidNotice(to, { client_msg_id: 'order-1' }))).text;
    const first = await send(user);
    await wechat.runtime.advance(10 * MINUTE - 1);
    expect(await send(user)).toBe(first);
    expect(await wechat.messages(user)).toHaveLength(1);
    expect(await send(other)).not.toBe(first);
    await wechat.runtime.advance(1);
    expect(await send(user)).not.toBe(first);
    expect(await wechat.messages(user)).toHaveLength(2);
  });

  it('with the same content are refused for 60 seconds', async () => {
    const user = await wechat.user({ follows: true });
    const send = async (data = {}) => (await wechat.template(paidNotice(user, {}, data))).json.errcode;
    expect(await send()).toBe(0);
    await wechat.runtime.advance(60 * SECOND - 1);
    expect(await send()).toBe(40241);
    expect(await send({ thing2: { value: '另一门课' } })).toBe(0);
    await wechat.runtime.advance(1);
    expect(await send()).toBe(0);
  });
});
