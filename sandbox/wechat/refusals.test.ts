import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ID, PAID_TEMPLATE, paidNotice, SECRET, type TestUser, TestWechat } from './test-kit';

const wechat = new TestWechat();
afterAll(() => wechat.close());

const RID = / rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;
const client = { grant_type: 'client_credential', appid: APP_ID, secret: SECRET };
const without = (name: string) => Object.fromEntries(Object.entries(client).filter(([key]) => key !== name));

describe('the access token', () => {
  const cases: [string, Record<string, string>, number, string][] = [
    ['no grant_type', without('grant_type'), 40002, 'invalid grant_type'],
    ['another grant_type', { ...client, grant_type: 'password' }, 40002, 'invalid grant_type'],
    ['no appid', without('appid'), 41002, 'appid missing'],
    ['a foreign appid', { ...client, appid: 'wxffffffffffffffff' }, 40013, 'invalid appid'],
    ['no secret', without('secret'), 41004, 'appsecret missing'],
    ['a wrong secret', { ...client, secret: 'f'.repeat(32) }, 40125, 'invalid appsecret'],
  ];
  it.each(cases)('%s is refused by both endpoints', async (_name, params, errcode, errmsg) => {
    for (const answer of [
      await wechat.get('/cgi-bin/token', params),
      await wechat.post('/cgi-bin/stable_token', params),
    ]) {
      expect(answer.status).toBe(200);
      expect(answer.json.errcode).toBe(errcode);
      expect(answer.json.errmsg.replace(RID, '')).toBe(errmsg);
      expect(answer.json.errmsg).toMatch(RID);
    }
  });

  it.each([
    ['none', '', 41001, 'access_token missing'],
    ['one that is no token', 'abc', 40014, 'invalid access_token'],
    ['an unknown one', `84_${'x'.repeat(120)}`, 40001, 'invalid credential'],
  ])('a call with %s is refused', async (_name, token, errcode, errmsg) => {
    const query: Record<string, string> = token === '' ? {} : { access_token: token };
    for (const answer of [
      await wechat.get('/cgi-bin/template/get_all_private_template', query),
      await wechat.post('/cgi-bin/message/custom/send', {}, query),
    ]) {
      expect(answer.json).toMatchObject({ errcode, errmsg: expect.stringContaining(errmsg) });
    }
  });
});

describe('the transport', () => {
  it('asks for the right method', async () => {
    const access_token = await wechat.token();
    expect((await wechat.get('/cgi-bin/message/custom/send', { access_token })).json.errcode).toBe(43002);
    expect((await wechat.get('/cgi-bin/stable_token', client)).json.errcode).toBe(43002);
    expect((await wechat.post('/cgi-bin/user/info', {}, { access_token })).json.errcode).toBe(43001);
  });

  it('knows no other address', async () => {
    expect((await wechat.get('/cgi-bin/tokens')).json).toMatchObject({ errcode: 40066 });
  });

  const user: { it: TestUser | null } = { it: null };
  beforeAll(async () => {
    user.it = await wechat.user({ follows: true });
  });
  const raw = async (body: string | Uint8Array<ArrayBuffer>) => {
    const path = `/wechat/api/cgi-bin/message/custom/send?access_token=${await wechat.token()}`;
    return (await wechat.answer(path, { method: 'POST', body })).json.errcode;
  };
  const message = (content: string) =>
    `{"touser":"${user.it?.openid}","msgtype":"text","text":{"content":"${content}"}}`;

  it.each([
    ['nothing', () => '', 44002],
    ['broken JSON', () => '{"touser":', 47001],
    ['an array', () => '[]', 47001],
    ['\\u escapes', () => message('\\u4f60\\u597d'), 40033],
    ['one \\u escape after a backslash', () => message('\\\\\\u4f60'), 40033],
    ['Chinese as it is', () => message('你好'), 0],
    ['a backslash before a u', () => message('C:\\\\users'), 0],
  ])('a body with %s → %s', async (_name, body, errcode) => {
    expect(await raw(body())).toBe(errcode);
  });

  it('refuses GBK and a huge body', async () => {
    const gbk = new Uint8Array([...Buffer.from(message('')).subarray(0, -3), 0xc4, 0xe3, 0x22, 0x7d, 0x7d]);
    expect(await raw(gbk)).toBe(40033);
    const huge = await wechat.request('/wechat/api/cgi-bin/stable_token', {
      method: 'POST',
      body: 'x'.repeat(300_000),
    });
    expect(huge.status).toBe(413);
  });
});

describe('a custom message', () => {
  const cases: [string, (user: TestUser) => unknown, number][] = [
    ['no touser', () => ({ msgtype: 'text', text: { content: 'a' } }), 40003],
    ['an unknown openid', () => ({ touser: 'oNobody', msgtype: 'text', text: { content: 'a' } }), 40003],
    ['touser a list', ({ openid }) => ({ touser: [openid], msgtype: 'text', text: { content: 'a' } }), 40003],
    ['no msgtype', ({ openid }) => ({ touser: openid, text: { content: 'a' } }), 40008],
    ['another msgtype', ({ openid }) => ({ touser: openid, msgtype: 'fax', fax: {} }), 40008],
    ['no text', ({ openid }) => ({ touser: openid, msgtype: 'text' }), 44004],
    ['an empty text', ({ openid }) => ({ touser: openid, msgtype: 'text', text: { content: '' } }), 44004],
    [
      '2049 bytes',
      ({ openid }) => ({ touser: openid, msgtype: 'text', text: { content: `${'路'.repeat(682)}abc` } }),
      45002,
    ],
    [
      '2048 bytes',
      ({ openid }) => ({ touser: openid, msgtype: 'text', text: { content: `${'路'.repeat(682)}ab` } }),
      0,
    ],
  ];
  it.each(cases)('%s', async (_name, body, errcode) => {
    const user = await wechat.user({ follows: true });
    const access_token = await wechat.token();
    const { json } = await wechat.post('/cgi-bin/message/custom/send', body(user), { access_token });
    expect(json.errcode).toBe(errcode);
    expect(await wechat.messages(user)).toHaveLength(errcode === 0 ? 1 : 0);
  });

  it('to somebody who does not follow: 45015', async () => {
    expect((await wechat.custom(await wechat.user())).json).toMatchObject({
      errcode: 45015,
      errmsg: expect.stringContaining('response out of time limit or subscription is canceled'),
    });
  });
});

describe('a template message', () => {
  const long = (length: number) => ({ value: '路'.repeat(length) });
  const cases: [string, (user: TestUser) => Record<string, unknown>, number][] = [
    ['an unknown openid', () => paidNotice({ openid: 'oNobody' }), 40003],
    ['no template_id', (user) => paidNotice(user, { template_id: undefined }), 47001],
    ['a template_id of another length', (user) => paidNotice(user, { template_id: 'abc' }), 40036],
    ['an unknown template_id', (user) => paidNotice(user, { template_id: 'x'.repeat(43) }), 40037],
    ['no data', (user) => paidNotice(user, { data: undefined }), 47001],
    ['21 characters for a thing', (user) => paidNotice(user, {}, { thing2: long(21) }), 47003],
    ['20 characters for a thing', (user) => paidNotice(user, {}, { thing2: long(20) }), 0],
    ['an empty thing', (user) => paidNotice(user, {}, { thing2: { value: '' } }), 47003],
    ['a value without its object', (user) => paidNotice(user, {}, { thing2: 'Python' }), 47003],
    ['Chinese in a character_string', (user) => paidNotice(user, {}, { character_string1: long(3) }), 47003],
    [
      '33 in a character_string',
      (user) => paidNotice(user, {}, { character_string1: { value: '1'.repeat(33) } }),
      47003,
    ],
    ['32 in a character_string', (user) => paidNotice(user, {}, { character_string1: { value: '1'.repeat(32) } }), 0],
    ['an amount with words', (user) => paidNotice(user, {}, { amount3: { value: '一百元' } }), 47003],
    ['a time that is none', (user) => paidNotice(user, {}, { time4: { value: '明天' } }), 47003],
    ['a value as a number', (user) => paidNotice(user, {}, { character_string1: { value: 12 } }), 0],
  ];
  it.each(cases)('%s → %s', async (_name, body, errcode) => {
    const user = await wechat.user({ follows: true });
    expect((await wechat.template(body(user))).json.errcode).toBe(errcode);
    expect(await wechat.messages(user)).toHaveLength(errcode === 0 ? 1 : 0);
  });

  it('names the value that is wrong', async () => {
    const user = await wechat.user({ follows: true });
    const wrong = await wechat.template(paidNotice(user, {}, { thing2: long(21) }));
    expect(wrong.json.errmsg.replace(RID, '')).toBe('argument invalid! data.thing2.value invalid');
    const missing = await wechat.template(paidNotice(user, {}, { time4: undefined }));
    expect(missing.json.errmsg.replace(RID, '')).toBe('argument invalid! data.time4.value is empty');
  });

  it('to somebody who does not follow: 43004; who refuses: 43101; who is on the blacklist: 43019', async () => {
    const user = await wechat.user();
    expect((await wechat.template(paidNotice(user))).json.errcode).toBe(43004);
    await wechat.control(`users/${user.id}/follow`, {});
    await wechat.control(`users/${user.id}/faults`, { refuseTemplates: true });
    expect((await wechat.template(paidNotice(user))).json.errcode).toBe(43101);
    await wechat.control(`users/${user.id}/faults`, { blacklisted: true });
    expect((await wechat.template(paidNotice(user))).json.errcode).toBe(43019);
  });

  it('uses the template that the list shows', async () => {
    const query = { access_token: await wechat.token() };
    const { json } = await wechat.get('/cgi-bin/template/get_all_private_template', query);
    expect(json.template_list.map(({ title }) => title)).toEqual([
      '支付成功通知',
      '报名成功通知',
      '课程通知',
      '退款成功通知',
      '作业批改通知',
      '课程到期提醒',
      '优惠券到期提醒',
      '验证码通知',
      '学校通知',
    ]);
    expect(json.template_list[0]).toMatchObject({
      template_id: PAID_TEMPLATE,
      content:
        '订单编号:{{character_string1.DATA}}\n课程名称:{{thing2.DATA}}\n支付金额:{{amount3.DATA}}\n支付时间:{{time4.DATA}}',
    });
  });
});

describe('a code', () => {
  const good = { appid: APP_ID, secret: SECRET, code: 'unknown', grant_type: 'authorization_code' };
  it.each([
    ['no appid', { appid: '' }, 41002],
    ['a foreign appid', { appid: 'wx1' }, 40013],
    ['no secret', { secret: '' }, 41004],
    ['a wrong secret', { secret: 'x' }, 40125],
    ['no code', { code: '' }, 41008],
    ['another grant_type', { grant_type: 'client_credential' }, 40002],
    ['an unknown code', {}, 40029],
  ])('exchanged with %s', async (_name, change, errcode) => {
    const answer = await wechat.get('/sns/oauth2/access_token', { ...good, ...change });
    expect(answer.status).toBe(200);
    expect(answer.contentType).toContain('text/plain');
    expect(answer.json.errcode).toBe(errcode);
    expect(answer.json.errmsg).toMatch(RID);
  });

  it.each([
    ['refresh without a token', '/sns/oauth2/refresh_token', { appid: APP_ID, grant_type: 'refresh_token' }, 41003],
    [
      'refresh with a bad token',
      '/sns/oauth2/refresh_token',
      { appid: APP_ID, grant_type: 'refresh_token', refresh_token: 'x' },
      40030,
    ],
    ['userinfo without a token', '/sns/userinfo', { openid: 'o' }, 41001],
    ['userinfo without an openid', '/sns/userinfo', { access_token: 'x' }, 41009],
    ['userinfo with a bad token', '/sns/userinfo', { access_token: 'x', openid: 'o' }, 40001],
    ['auth with a bad token', '/sns/auth', { access_token: 'x', openid: 'o' }, 40001],
  ])('%s', async (_name, path, query, errcode) => {
    expect((await wechat.get(path, query)).json.errcode).toBe(errcode);
  });
});
