import { afterAll, describe, expect, it } from 'vitest';
import { SECOND, TEST_SERVER, type TestUser, TestWechat } from './test-kit';

const wechat = new TestWechat({ server: TEST_SERVER });
afterAll(() => wechat.close());

const templates = async () => {
  const query = { access_token: await wechat.token() };
  return (await wechat.get('/wxaapi/newtmpl/gettemplate', query)).json.data;
};
const idOf = async (title: string) => (await templates()).find((one) => one.title === title)?.priTmplId ?? '';
const data = {
  thing1: { value: 'Python 全栈开发' },
  time2: { value: '2026年3月10日 19:30' },
  thing3: { value: '请准时' },
};
const send = async (user: TestUser, overrides: object = {}) => {
  const body = {
    touser: user.openid,
    template_id: await idOf('开课提醒'),
    page: 'http://shop.test/learn',
    data,
    ...overrides,
  };
  const query = { access_token: await wechat.token() };
  return (await wechat.post('/cgi-bin/message/subscribe/bizsend', body, query)).json.errcode;
};
const answer = (user: TestUser, accepted: boolean, via = 'popup') =>
  wechat.control(`users/${user.id}/permits`, { answers: [{ title: '开课提醒', accepted }], via });
const plain = (user: TestUser) => wechat.control(`users/${user.id}/faults`, { pushMode: 'plain' });
const last = () => wechat.runtime.received.at(-1)?.body ?? '';

describe('订阅通知', () => {
  it('are listed with their fields, apart from the template messages', async () => {
    expect((await templates()).map(({ title }) => title)).toEqual(['开课提醒', '优惠券到期提醒']);
    expect((await templates())[0]).toMatchObject({
      priTmplId: expect.stringMatching(/^.{43}$/),
      content: '课程名称:{{thing1.DATA}}\n开课时间:{{time2.DATA}}\n备注:{{thing3.DATA}}',
      type: 2,
    });
  });

  it('are let through once for each permit', async () => {
    const user = await wechat.user({ follows: true });
    expect(await send(user)).toBe(43101);
    await answer(user, true);
    await answer(user, true);
    expect([await send(user), await send(user), await send(user)]).toEqual([0, 0, 43101]);
    expect(await wechat.messages(user)).toMatchObject([
      { kind: 'subscribe', title: '开课提醒' },
      { kind: 'subscribe' },
    ]);
    const chat = await (await wechat.request(`/phone/${user.id}/chat`)).text();
    expect(chat).toContain('<p class="origin">订阅通知</p><h2>开课提醒</h2>');
  });

  it.each<[string, object, number]>([
    ['an unknown openid', { touser: 'o' }, 40003],
    ['an unknown template', { template_id: 'x' }, 40037],
    ['a missing value', { data: { ...data, thing3: undefined } }, 47003],
    ['a long value', { data: { ...data, thing3: { value: '长'.repeat(21) } } }, 47003],
    ['no data', { data: undefined }, 47001],
  ])('are refused with %s, which uses up no permit', async (_name, overrides, errcode) => {
    const user = await wechat.user({ follows: true });
    await answer(user, true);
    expect(await send(user, overrides)).toBe(errcode);
    expect(await send(user)).toBe(0);
  });

  it('tell the account what was allowed, changed and sent', async () => {
    const user = await wechat.user({ follows: true });
    const id = await idOf('开课提醒');
    await plain(user);
    await answer(user, true);
    expect(last()).toContain(
      `<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[${id}]]></TemplateId>\n<SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString>\n<PopupScene><![CDATA[2]]></PopupScene></List></SubscribeMsgPopupEvent>`,
    );
    await send(user);
    await wechat.runtime.advance(2 * SECOND);
    expect(last()).toMatch(/<MsgID>\d+<\/MsgID>\n<ErrorCode>0<\/ErrorCode>\n<ErrorStatus><!\[CDATA\[success\]\]>/);
    await answer(user, true);
    await answer(user, false, 'change');
    expect(last()).toContain('<SubscribeMsgChangeEvent><List>');
    expect(last()).toContain('[reject]');
    expect(await send(user)).toBe(43101);
  });
});

describe('user/info/batchget', () => {
  const batch = async (openids: readonly string[]) => {
    const body = { user_list: openids.map((openid) => ({ openid, lang: 'zh_CN' })) };
    return (await wechat.post('/cgi-bin/user/info/batchget', body, { access_token: await wechat.token() })).json;
  };

  it('takes up to a hundred', async () => {
    const [follower, stranger] = [await wechat.user({ follows: true }), await wechat.user()];
    expect(await batch([follower.openid, stranger.openid])).toMatchObject({
      user_info_list: [
        { openid: follower.openid, subscribe: 1 },
        { openid: stranger.openid, subscribe: 0 },
      ],
    });
    expect((await batch(Array.from({ length: 101 }, () => follower.openid))).errcode).toBe(40032);
    expect((await batch([])).errcode).toBe(40032);
    expect((await batch([follower.openid, 'oNobody'])).errcode).toBe(40003);
  });
});
