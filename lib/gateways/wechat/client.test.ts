import { afterEach, describe, expect, it, vi } from 'vitest';
import { fixedTokens, testWechat } from '@/tests/support/wechat';
import { type StubRequest, startWechatStub, type WechatStub } from '@/tests/support/wechat-stub';

let stub: WechatStub | undefined;
afterEach(() => stub?.stop());

type Answer = string | object | null;
async function scene(answer: (request: StubRequest, index: number) => Answer, tokens = fixedTokens()) {
  const started = await startWechatStub((request) => answer(request, started.requests.length - 1));
  stub = started;
  return { wechat: testWechat(started.url, tokens), requests: started.requests, tokens };
}

const CARD = {
  openid: 'o-1',
  templateId: 'T',
  path: '/learn',
  clientMsgId: 'c-1',
  data: { thing1: '路飞学城 👒 "引号"' },
};
const refused = (errcode: number) => ({ errcode, errmsg: `no rid: 1-2-3` });

describe('a template message', () => {
  it('is one JSON body of UTF-8, with Chinese as it is', async () => {
    const { wechat, requests } = await scene(() => '{"errcode":0,"errmsg":"ok","msgid":1}');
    await wechat.sendTemplate(CARD);
    const [request] = requests;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/cgi-bin/message/template/send',
      query: 'access_token=token-0',
    });
    expect(request?.body).toContain('路飞学城 👒');
    expect(request?.body).not.toMatch(/\\u/i);
    expect(JSON.parse(request?.body ?? '')).toEqual({
      touser: 'o-1',
      template_id: 'T',
      url: 'https://luffy.example/learn',
      client_msg_id: 'c-1',
      data: { thing1: { value: '路飞学城 👒 "引号"' } },
    });
  });

  it('without an address carries none', async () => {
    const { wechat, requests } = await scene(() => '{"errcode":0,"errmsg":"ok","msgid":1}');
    await wechat.sendTemplate({ ...CARD, path: null });
    expect(JSON.parse(requests[0]?.body ?? '')).not.toHaveProperty('url');
  });

  it.each([
    ['past 2^53', '{"errcode":0,"errmsg":"ok","msgid":4103876543210987653}', '4103876543210987653'],
    ['with blanks', '{ "errcode" : 0 , "msgid" : 9007199254740993 }', '9007199254740993'],
    ['as text already', '{"errcode":0,"msgid":"9007199254740993"}', '9007199254740993'],
    ['beside words that look like one', '{"errcode":0,"errmsg":"\\"msgid\\":12","msgid":7}', '7'],
  ])('keeps a msgid %s as text', async (_, body, value) => {
    const { wechat } = await scene(() => body);
    expect(await wechat.sendTemplate(CARD)).toEqual({ kind: 'ok', value });
  });
});

describe('a customer-service text', () => {
  it('is sent as msgtype text', async () => {
    const { wechat, requests } = await scene(() => ({ errcode: 0, errmsg: 'ok' }));
    expect(await wechat.sendText('o-1', '你好')).toEqual({ kind: 'ok', value: null });
    expect(requests[0]).toMatchObject({ path: '/cgi-bin/message/custom/send' });
    expect(requests[0]?.body).toBe('{"touser":"o-1","msgtype":"text","text":{"content":"你好"}}');
  });
});

describe('a token that the platform no longer takes', () => {
  it.each([40001, 40014, 42001])('%i: is renewed once, and the call made once more', async (errcode) => {
    const { wechat, requests, tokens } = await scene(({ params }) =>
      params.get('access_token') === 'token-0' ? refused(errcode) : { errcode: 0, errmsg: 'ok' },
    );
    expect(await wechat.sendText('o-1', '你好')).toEqual({ kind: 'ok', value: null });
    expect(requests.map(({ query }) => query)).toEqual(['access_token=token-0', 'access_token=token-1']);
    expect(tokens.renewed).toEqual(['token-0']);
  });

  it('twice: is not renewed again', async () => {
    const { wechat, requests, tokens } = await scene(() => refused(40001));
    expect(await wechat.sendText('o-1', '你好')).toMatchObject({ kind: 'refused', refusal: { errcode: 40001 } });
    expect(requests).toHaveLength(2);
    expect(tokens.renewed).toEqual(['token-0']);
  });

  it('is not what other refusals mean', async () => {
    const { wechat, requests, tokens } = await scene(() => refused(40003));
    await wechat.sendText('o-1', '你好');
    expect(requests).toHaveLength(1);
    expect(tokens.renewed).toEqual([]);
  });
});

describe('without a token', () => {
  it.each([
    [{ kind: 'unknown', reason: 'no answer' }, { kind: 'unsent' }],
    [{ kind: 'unsent', reason: 'no connection' }, { kind: 'unsent' }],
    [
      { kind: 'refused', refusal: { errcode: 40125, errmsg: '', class: 'configuration' } },
      { kind: 'refused', refusal: { errcode: 40125 } },
    ],
  ] as const)('(%o) nothing is sent, and that is certain', async (outcome, expected) => {
    const { wechat, requests } = await scene(() => ({}), { ...fixedTokens(), current: async () => outcome });
    expect(await wechat.sendTemplate(CARD)).toMatchObject(expected);
    expect(requests).toHaveLength(0);
  });
});

describe('an outcome', () => {
  it.each([
    [-1, 'busy'],
    [45011, 'busy'],
    [40241, 'busy'],
    [45009, 'quota'],
    [40164, 'configuration'],
    [40125, 'configuration'],
    [40003, 'permanent'],
    [40036, 'permanent'],
    [40037, 'permanent'],
    [43004, 'permanent'],
    [43019, 'permanent'],
    [43101, 'permanent'],
    [43116, 'permanent'],
    [45015, 'permanent'],
    [47003, 'permanent'],
    [99999, 'permanent'],
  ])('errcode %i is %s', async (errcode, kind) => {
    const { wechat } = await scene(() => refused(errcode));
    const refusal = { errcode, errmsg: 'no rid: 1-2-3', class: kind };
    expect(await wechat.sendText('o-1', '你好')).toEqual({ kind: 'refused', refusal });
  });

  it.each([
    ['no answer', null],
    ['something that is not JSON', '<html>502</html>'],
    ['JSON that says nothing', '{}'],
    ['success without its msgid', '{"errcode":0,"errmsg":"ok"}'],
    ['an answer without end', JSON.stringify({ errcode: 0, msgid: 1, errmsg: 'x'.repeat(300_000) })],
  ])('of %s is not known', async (_, body) => {
    const { wechat } = await scene(() => body);
    expect(await wechat.sendTemplate(CARD)).toMatchObject({ kind: 'unknown' });
  });

  it('of a call that is not answered in time is not known', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(50));
    const started = await startWechatStub(() => new Promise(() => {}));
    stub = started;
    expect(await testWechat(started.url).sendTemplate(CARD)).toEqual({ kind: 'unknown', reason: 'no answer' });
    expect(spy).toHaveBeenCalledWith(8000);
    expect(started.requests).toHaveLength(1);
    spy.mockRestore();
  });

  it('of a call that found nobody listening: it never left', async () => {
    const { wechat } = await scene(() => ({}));
    await stub?.stop();
    expect(await wechat.sendText('o-1', '你好')).toEqual({ kind: 'unsent', reason: 'no connection' });
  });
});
