import { decrypt, getSignature } from '@wecom/crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wechatEvent, wechatUser } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { database } from '@/lib/context';
import { TASK_PAYLOADS } from '@/lib/domain/tasks';
import { readPushXml } from '@/lib/gateways/wechat/push-xml';
import { answerLater } from '@/lib/services/wechat-push/answer-later';
import { only, unique } from '@/tests/support/factories';
import { fakeWechat } from '@/tests/support/fake-wechat';
import { systemCtx } from '@/tests/support/payment-factories';
import { stubSiteEnv } from '@/tests/support/site-env';
import {
  eventFields,
  type PushMode,
  postPush,
  pushRequest,
  pushXml,
  type Signing,
  signedPush,
  textFields,
  unixNow,
} from '@/tests/support/wechat-push';
import { GET, POST } from './route';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  stubSiteEnv(test.url);
});
afterAll(() => Promise.all([test.db.$client.end(), database().$client.end()]));

async function answerTo(request: Request) {
  const response = await POST(request);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}
const contentOf = (reply: string) => readPushXml(reply)?.Content;
const eventsOf = async (openid: string) => {
  const [person] = await test.db.select().from(wechatUser).where(eq(wechatUser.openid, openid));
  return person ? test.db.select().from(wechatEvent).where(eq(wechatEvent.wechatUserId, person.id)) : [];
};
const counts = async () => ({
  events: await test.db.$count(wechatEvent),
  people: await test.db.$count(wechatUser),
});

describe('the address is verified', () => {
  const ask = async (options: Signing = {}) => {
    const { query } = signedPush('', options);
    const address = new URLSearchParams({ ...Object.fromEntries(query), echostr: '4375120948345356249' });
    const response = GET(new Request(`https://luffy.example/api/wechat/events?${address}`));
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };

  it('by what WeChat asks for, as plain text', async () => {
    expect(await ask()).toEqual({ status: 200, type: 'text/plain; charset=utf-8', text: '4375120948345356249' });
  });

  it.each<[string, Signing]>([
    ['with another token', { token: 'other' }],
    ['long ago', { timestamp: String(unixNow() - 301) }],
    ['ahead of time', { timestamp: String(unixNow() + 310) }],
  ])('not when it was signed %s', async (_, options) => {
    expect(await ask(options)).toMatchObject({ status: 401, text: 'forged' });
  });
});

describe.each<PushMode>(['plain', 'safe'])('a push in %s mode', (mode) => {
  it('is kept and answered the other way round', async () => {
    const openid = unique('o');
    const { status, type, text } = await answerTo(pushRequest(eventFields(openid, 'subscribe'), { mode }));
    expect({ status, type }).toEqual({ status: 200, type: 'text/xml; charset=utf-8' });
    const reply = readPushXml(mode === 'safe' ? opened(text) : text);
    expect(reply).toMatchObject({ ToUserName: openid, FromUserName: 'gh_0123456789ab', MsgType: 'text' });
    expect(reply?.Content).toContain('欢迎关注');
    expect(await eventsOf(openid)).toMatchObject([{ type: 'event', event: 'subscribe', reply: reply?.Content }]);
  });

  it('that nobody waits for an answer to gets `success`', async () => {
    const fields = eventFields(unique('o'), 'VIEW', { EventKey: 'https://luffy.example/' });
    expect(await answerTo(pushRequest(fields, { mode }))).toMatchObject({ status: 200, text: 'success' });
  });

  it('is acted upon once by 20 at the same moment, who all hear the same', async () => {
    const openid = unique('o');
    const fields = textFields(openid, '帮助');
    const requests = Array.from({ length: 20 }, () => pushRequest(fields, { mode }));
    const answers = await Promise.all(requests.map(answerTo));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const heard = answers.map(({ text }) => contentOf(mode === 'safe' ? opened(text) : text));
    expect(new Set(heard).size).toBe(1);
    expect(await eventsOf(openid)).toHaveLength(1);
  });
});

/** What the official library finds in a sealed reply. */
function opened(sealed: string): string {
  const fields = readPushXml(sealed) ?? {};
  const read = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const encrypted = read('Encrypt');
  expect(read('MsgSignature')).toBe(getSignature('token123', read('TimeStamp'), read('Nonce'), encrypted));
  const { message, id } = decrypt('A'.repeat(43), encrypted);
  expect(id).toBe('wx0123456789abcdef');
  return message;
}

describe('a signature', () => {
  it('under the same body is the same push again', async () => {
    const { query, body } = signedPush(pushXml(textFields(unique('o'), '帮助')));
    const first = await answerTo(postPush(query, body));
    const again = await answerTo(postPush(query, body));
    expect(contentOf(again.text)).toBe(contentOf(first.text));
  });

  it.each(['plain', 'safe'] as const)('of a push in %s mode is good for no other body', async (mode) => {
    const timestamp = String(unixNow());
    const nonce = unique('n');
    await answerTo(pushRequest(textFields(unique('o'), '帮助'), { mode, timestamp, nonce }));
    const before = await counts();
    for (const fields of [textFields(unique('o'), '帮助'), eventFields(unique('o'), 'subscribe')]) {
      expect(await answerTo(pushRequest(fields, { timestamp, nonce }))).toMatchObject({
        status: 401,
        text: 'replayed',
      });
    }
    expect(await counts()).toEqual(before);
  });

  it('is not good for other words under the same number', async () => {
    const fields = textFields(unique('o'), '帮助');
    const signing = { timestamp: String(unixNow()), nonce: unique('n') };
    await answerTo(pushRequest(fields, signing));
    expect(await answerTo(pushRequest({ ...fields, Content: '订单' }, signing))).toMatchObject({ status: 401 });
  });
});

type Bad = readonly [number, string, () => Request];
const document = () => pushXml(eventFields(unique('o'), 'subscribe'));
const post = (text: string, options?: Signing, add = '') => {
  const { query, body } = signedPush(text, options);
  return postPush(`${query}${add}`, body);
};
const BAD: readonly Bad[] = [
  [401, 'signed with another token', () => post(document(), { token: 'other' })],
  [401, 'signed with another token, sealed', () => post(document(), { mode: 'safe', token: 'other' })],
  [401, 'not signed', () => postPush('', document())],
  [401, 'signed six minutes ago', () => post(document(), { timestamp: String(unixNow() - 360) })],
  [401, 'signed six minutes ahead', () => post(document(), { mode: 'safe', timestamp: String(unixNow() + 360) })],
  [
    401,
    'sealed, with a signature for the plain one',
    () => post(document(), { mode: 'safe', query: { msg_signature: 'x' } }),
  ],
  [400, 'with a parameter twice', () => post(document(), {}, '&nonce=1')],
  [400, 'with the same parameter twice in disguise', () => post(document(), {}, '&non%63e=1')],
  [400, 'sealed for another app', () => post(document(), { mode: 'safe', appId: 'wx0000000000000000' })],
  [400, 'plain where it says sealed', () => post(document(), { query: { encrypt_type: 'aes', msg_signature: 'x' } })],
  [400, 'empty', () => post('')],
  [400, 'JSON', () => post('{"a":1}')],
  [400, 'not closed', () => post('<xml><a>')],
  [400, 'with a DOCTYPE', () => post(`<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]>${document()}`)],
  [400, 'without a sender', () => post('<xml><MsgType>text</MsgType></xml>')],
  [400, 'of the future', () => post(pushXml(eventFields('o', 'subscribe', {}, unixNow() + 4000)))],
  [413, 'too large', () => post(pushXml({ ...textFields('o', 'x'.repeat(66_000)) }))],
];

describe('anything else', () => {
  it.each(BAD)('%i: %s, writes nothing', async (status, _, request) => {
    const before = await counts();
    const answer = await answerTo(request());
    expect(answer).toMatchObject({ status, type: 'text/plain; charset=utf-8' });
    expect(answer.text.length).toBeLessThan(20);
    expect(await counts()).toEqual(before);
  });
});

describe('an answer that takes too long', () => {
  it('is not lost: WeChat hears `success`, the person gets a message', async () => {
    const openid = unique('o');
    await answerTo(pushRequest(textFields(openid, '你好')));
    const { id } = only(await test.db.select().from(wechatUser).where(eq(wechatUser.openid, openid)));
    const fields = textFields(openid, '帮助');
    await test.db.transaction(async (tx) => {
      await tx.execute(sql`select from wechat_user where id = ${id} for update`);
      expect(await answerTo(pushRequest(fields))).toMatchObject({ status: 200, text: 'success' });
    });
    const jobs = await test.db.execute<{ payload: unknown }>(
      sql`select payload from graphile_worker._private_jobs where key like 'wechat-reply:%'`,
    );
    const payload = TASK_PAYLOADS['wechat.reply'].parse(only(jobs).payload);
    const wechat = fakeWechat();
    expect(await answerLater(systemCtx(test.db, { gateways: wechat.gateways }), payload)).toBe(true);
    expect(wechat.sent).toMatchObject([{ openid, content: expect.stringContaining('「我的课程」') }]);
    expect(await eventsOf(openid)).toHaveLength(2);
  });
});
