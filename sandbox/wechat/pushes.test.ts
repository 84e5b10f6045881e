import { encrypt, getSignature } from '@wecom/crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountIdOf } from './ids';
import { APP_ID, MINUTE, paidNotice, SECOND, TEST_SERVER, type TestUser, TestWechat } from './test-kit';

let wechat: TestWechat;
beforeEach(async () => {
  wechat = new TestWechat({ server: TEST_SERVER });
  await wechat.control('server', { mode: 'plain' });
});
afterEach(() => wechat.close());

const act = (user: TestUser, what: string, body: unknown = {}) => wechat.control(`users/${user.id}/${what}`, body);
const pushes = async (user: TestUser) => (await wechat.control(`users/${user.id}/pushes`)).json.pushes;
const shown = async (user: TestUser) => (await wechat.messages(user)).map(({ kind, text }) => [kind, text].join(': '));
const last = () => wechat.runtime.received.at(-1)?.body ?? '';
const UNAVAILABLE = 'system: 该公众号暂时无法提供服务，请稍后再试';

describe('the account is told of', () => {
  it('a follow, with the scene of the code and its ticket', async () => {
    const [user, other] = [await wechat.user(), await wechat.user()];
    await act(user, 'follow');
    expect(last()).toContain('<Event><![CDATA[subscribe]]></Event>\n<EventKey><![CDATA[]]></EventKey></xml>');
    const qr = (await wechat.createQr({ action_name: 'QR_STR_SCENE', scene: { scene_str: '007' } })).json;
    await act(other, 'follow', { qrKey: qr.url.split('/').at(-1) });
    expect(last()).toContain('<EventKey><![CDATA[qrscene_007]]></EventKey>');
    expect(last()).toContain(`<Ticket><![CDATA[${qr.ticket}]]></Ticket>`);
    await act(other, 'scan', { url: qr.url });
    expect(last()).toContain('<Event><![CDATA[SCAN]]></Event>\n<EventKey><![CDATA[007]]></EventKey>');
    await act(other, 'unfollow');
    expect(last()).toContain('<Event><![CDATA[unsubscribe]]></Event>');
    expect((await pushes(other)).map(({ event }) => event)).toEqual(['subscribe', 'SCAN', 'unsubscribe']);
  });

  it.each([
    ['success', 'success'],
    ['user block', 'failed:user block'],
    ['system failed', 'failed: system failed'],
    ['freq limit', 'failed:freq limit'],
  ])('what became of a template message: %s', async (jobFinish, status) => {
    const user = await wechat.user({ follows: true });
    await act(user, 'faults', { jobFinish });
    const { text } = await wechat.template(paidNotice(user));
    const msgid = /"msgid":(\d+)/.exec(text)?.[1];
    expect(last()).toContain('subscribe');
    await wechat.runtime.advance(2 * SECOND);
    expect(last()).toContain(`<MsgID>${msgid}</MsgID>\n<Status><![CDATA[${status}]]></Status>`);
    const chat = await (await wechat.request(`/phone/${user.id}/chat`)).text();
    expect(chat.includes('支付成功通知')).toBe(jobFinish === 'success');
    expect(await wechat.messages(user)).toMatchObject([{ msgid, delivered: jobFinish === 'success' }]);
  });

  it('nothing of a template message, when that news is lost', async () => {
    const user = await wechat.user({ follows: true });
    await act(user, 'faults', { jobFinish: 'none' });
    await wechat.template(paidNotice(user));
    await wechat.runtime.advance(MINUTE);
    expect(await pushes(user)).toHaveLength(1);
  });

  it('taps of the menu, as it was published', async () => {
    const user = await wechat.user({ follows: true });
    const access_token = await wechat.token();
    const button = [
      { type: 'click', name: '帮助', key: 'help' },
      { name: '课程', sub_button: [{ type: 'view', name: '全部课程', url: 'http://shop.test/courses' }] },
    ];
    await wechat.post('/cgi-bin/menu/create', { button }, { access_token });
    await act(user, 'tap', { name: '帮助' });
    expect(last()).toContain('<Event><![CDATA[CLICK]]></Event>\n<EventKey><![CDATA[help]]></EventKey>');
    const { json } = await act(user, 'tap', { name: '全部课程' });
    expect(json).toMatchObject({ opens: 'http://shop.test/courses' });
    expect(last()).toMatch(
      /VIEW\]\]><\/Event>\n<EventKey><!\[CDATA\[http:\/\/shop.test\/courses\]\]><\/EventKey>\n<MenuId>\d{9}</,
    );
    expect((await act(user, 'tap', { name: '没有' })).status).toBe(404);
  });
});

describe('a passive reply', () => {
  const to = accountIdOf(APP_ID);
  const reply = (openid: string, inner: string, from = to) =>
    `<xml>\n<ToUserName><![CDATA[${openid}]]></ToUserName><FromUserName><![CDATA[${from}]]></FromUserName>\n<CreateTime>1772416800</CreateTime>${inner}</xml>`;
  const textReply = (openid: string, text: string, from = to) =>
    reply(openid, `<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content>`, from);
  const answering = async (answer: (openid: string) => Response) => {
    wechat.runtime.server = null;
    const user = await wechat.user({ follows: true });
    wechat.runtime.server = () => answer(user.openid);
    await act(user, 'text', { content: '在吗' });
    return user;
  };

  it.each(['', 'success'])('of %j shows nothing', async (body) => {
    expect(await shown(await answering(() => new Response(body)))).toEqual([]);
  });

  it('of text is shown as it is', async () => {
    const user = await answering(
      (openid) => new Response(textReply(openid, ' 在 <a href="http://shop.test/a">课程</a>\n第二行')),
    );
    expect(await shown(user)).toEqual(['reply:  在 <a href="http://shop.test/a">课程</a>\n第二行']);
    const chat = await (await wechat.request(`/phone/${user.id}/chat`)).text();
    expect(chat).toContain(`/browse?url=${encodeURIComponent('http://shop.test/a')}">课程</a>`);
  });

  it('of news is shown as cards', async () => {
    const item =
      '<item><Title><![CDATA[新课]]></Title><Description><![CDATA[上新]]></Description><PicUrl></PicUrl><Url><![CDATA[http://shop.test/n]]></Url></item>';
    const news = `<MsgType><![CDATA[news]]></MsgType><ArticleCount>1</ArticleCount><Articles>\n${item}\n</Articles>`;
    const user = await answering((openid) => new Response(reply(openid, news)));
    expect(await wechat.messages(user)).toMatchObject([
      { kind: 'news', articles: [{ title: '新课', description: '上新', url: 'http://shop.test/n' }] },
    ]);
  });

  it('in 安全模式 has to be encrypted and signed', async () => {
    await wechat.control('server', { mode: 'safe' });
    const { token, encodingAesKey } = TEST_SERVER;
    const sealed = (openid: string, sign: (text: string) => string) => {
      const text = encrypt(encodingAesKey, textReply(openid, '你好'), APP_ID);
      return `<xml><Encrypt><![CDATA[${text}]]></Encrypt><MsgSignature><![CDATA[${sign(text)}]]></MsgSignature><TimeStamp>1772416800</TimeStamp><Nonce><![CDATA[n1]]></Nonce></xml>`;
    };
    const good = (text: string) => getSignature(token, '1772416800', 'n1', text);
    expect(await shown(await answering((openid) => new Response(sealed(openid, good))))).toEqual(['reply: 你好']);
    expect(await shown(await answering((openid) => new Response(sealed(openid, () => 'x'))))).toEqual([UNAVAILABLE]);
    expect(await shown(await answering((openid) => new Response(textReply(openid, '你好'))))).toEqual([UNAVAILABLE]);
    expect(await shown(await answering(() => new Response('success')))).toEqual([]);
  });

  it.each<[string, (openid: string) => string]>([
    ['another text', () => 'ok'],
    ['JSON', () => '{"errcode":0}'],
    ['to somebody else', () => textReply('oSomebody', '你好')],
    ['from another account', (openid) => textReply(openid, '你好', 'gh_000000000000')],
    ['without Content', (openid) => reply(openid, '<MsgType>text</MsgType>')],
    ['with Content twice', (openid) => textReply(openid, '你好').replace('</xml>', '<Content>b</Content></xml>')],
    ['with an unknown element', (openid) => textReply(openid, '你好').replace('</xml>', '<Foo>b</Foo></xml>')],
    ['of an unknown type', (openid) => reply(openid, '<MsgType>voice</MsgType><Content>a</Content>')],
    ['with a DOCTYPE', (openid) => `<!DOCTYPE xml>${textReply(openid, '你好')}`],
    ['broken off', (openid) => textReply(openid, '你好').slice(0, -3)],
    ['too long', (openid) => textReply(openid, '好'.repeat(683))],
    [
      'with more articles than it says',
      (openid) =>
        reply(
          openid,
          '<MsgType>news</MsgType><ArticleCount>2</ArticleCount><Articles><item><Title>a</Title></item></Articles>',
        ),
    ],
  ])('%s is none', async (_name, body) => {
    const user = await answering((openid) => new Response(body(openid)));
    expect(await shown(user)).toEqual([UNAVAILABLE]);
    expect(await pushes(user)).toMatchObject([{}, { outcome: 'broken', retries: 0, done: true }]);
  });
});

describe('a server that', () => {
  it('does not answer within 5 s is asked three times more, with the same MsgId, then the user is told', async () => {
    const user = await wechat.user({ follows: true });
    wechat.runtime.server = () => 'never';
    const written = act(user, 'text', { content: '在吗' });
    await wechat.runtime.advance(5 * SECOND - 1);
    expect(wechat.runtime.received).toHaveLength(2);
    await wechat.runtime.advance(1);
    await written;
    expect(wechat.runtime.received).toHaveLength(3);
    await wechat.runtime.advance(10 * SECOND);
    expect(await shown(user)).toEqual([]);
    await wechat.runtime.advance(MINUTE);
    expect(await shown(user)).toEqual([UNAVAILABLE]);
    const tries = wechat.runtime.received.slice(1);
    expect(tries).toHaveLength(4);
    expect(new Set(tries.map(({ body }) => body)).size).toBe(1);
    expect(new Set(tries.map(({ query }) => query.get('nonce'))).size).toBe(4);
    expect((await pushes(user)).at(-1)).toMatchObject({ outcome: 'timeout', retries: 3, done: true });
  });

  it('answers an error once is asked again, and its answer then is shown', async () => {
    const user = await wechat.user({ follows: true });
    wechat.runtime.server = () => new Response('no', { status: wechat.runtime.received.length === 2 ? 500 : 200 });
    await act(user, 'unfollow');
    await wechat.runtime.advance(5 * SECOND);
    // Whoever left is told nothing.
    expect(await shown(user)).toEqual([]);
    expect((await pushes(user)).at(-1)).toMatchObject({ event: 'unsubscribe', outcome: 'broken', retries: 1 });
  });

  it('whose answers are lost sees the push again; one that is lost itself never comes', async () => {
    const user = await wechat.user({ follows: true });
    await act(user, 'faults', { loseReplies: 1 });
    await act(user, 'text', { content: '在吗' });
    await wechat.runtime.advance(1);
    expect(wechat.runtime.received).toHaveLength(3);
    await act(user, 'faults', { losePushes: 1 });
    await act(user, 'text', { content: '还在吗' });
    await wechat.runtime.advance(MINUTE);
    expect(wechat.runtime.received).toHaveLength(3);
    expect((await pushes(user)).at(-1)).toMatchObject({ outcome: 'lost', done: true });
  });
});

describe('after a restart', () => {
  it('what was not answered is sent again', async () => {
    const user = await wechat.user({ follows: true });
    wechat.runtime.server = () => 'never';
    void act(user, 'text', { content: '在吗' });
    await wechat.runtime.advance(1);
    wechat.close();
    const before = wechat.runtime.received.at(-1)?.body;
    wechat = new TestWechat({ server: TEST_SERVER, dataDir: wechat.dataDir });
    await wechat.runtime.advance(1);
    expect(wechat.runtime.received.map(({ body }) => body)).toEqual([before]);
  });
});
