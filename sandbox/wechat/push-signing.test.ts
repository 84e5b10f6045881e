import { createHash } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { decryptPush, encryptPush } from './push-crypto';
import { APP_ID, type Received, TEST_SERVER, TestWechat } from './test-kit';

const wechat = new TestWechat({ server: TEST_SERVER });
afterAll(() => wechat.close());

const { token, encodingAesKey } = TEST_SERVER;
const param = (push: Received, name: string) => push.query.get(name) ?? '';
const element = (xml: string, name: string) =>
  new RegExp(`<${name}><!\\[CDATA\\[([^]*?)\\]\\]></${name}>`).exec(xml)?.[1];

/** The push of a text, sent in a mode. */
async function pushOf(mode: string, content = '你好 & <b>'): Promise<Received & { readonly openid: string }> {
  const user = await wechat.user({ follows: true });
  await wechat.control(`users/${user.id}/faults`, { pushMode: mode });
  await wechat.control(`users/${user.id}/text`, { content });
  const push = wechat.runtime.received.at(-1);
  if (push === undefined) throw new Error('nothing was pushed');
  return { ...push, openid: user.openid };
}

function expectSigned(push: Received): void {
  const parts = [token, param(push, 'timestamp'), param(push, 'nonce')].toSorted().join('');
  expect(param(push, 'signature')).toBe(createHash('sha1').update(parts).digest('hex'));
  expect(param(push, 'timestamp')).toBe(String(push.at / 1000));
}

describe('a push', () => {
  it('in 明文模式 is signed and readable', async () => {
    const push = await pushOf('plain');
    expectSigned(push);
    expect([...push.query.keys()]).toEqual(['signature', 'timestamp', 'nonce', 'openid']);
    expect(param(push, 'openid')).toBe(push.openid);
    expect(element(push.body, 'FromUserName')).toBe(push.openid);
    expect(element(push.body, 'ToUserName')).toMatch(/^gh_[0-9a-f]{12}$/);
    expect(element(push.body, 'Content')).toBe('你好 & <b>');
    expect(push.body).toMatch(/<MsgId>\d{17,19}<\/MsgId><\/xml>$/);
    expect(push.body).not.toContain('Encrypt');
  });

  it('in 安全模式 holds nothing but what @wecom/crypto can open', async () => {
    const push = await pushOf('safe');
    expectSigned(push);
    expect(param(push, 'encrypt_type')).toBe('aes');
    expect(push.body).not.toContain('FromUserName');
    const sealed = element(push.body, 'Encrypt') ?? '';
    const signed = getSignature(token, param(push, 'timestamp'), param(push, 'nonce'), sealed);
    expect(param(push, 'msg_signature')).toBe(signed);
    const { message, id } = decrypt(encodingAesKey, sealed);
    expect(id).toBe(APP_ID);
    expect(element(message, 'FromUserName')).toBe(push.openid);
    expect(element(message, 'Content')).toBe('你好 & <b>');
  });

  it('in 兼容模式 is both', async () => {
    const push = await pushOf('compat');
    expectSigned(push);
    const sealed = element(push.body, 'Encrypt') ?? '';
    const { message } = decrypt(encodingAesKey, sealed);
    expect(element(push.body, 'Content')).toBe('你好 & <b>');
    expect(push.body).toContain(message.slice(0, -'</xml>'.length));
    expect(param(push, 'msg_signature')).toBe(
      getSignature(token, param(push, 'timestamp'), param(push, 'nonce'), sealed),
    );
  });

  it('splits what would end the CDATA', async () => {
    const push = await pushOf('plain', 'a]]>b');
    expect(push.body).toContain('<![CDATA[a]]]]><![CDATA[>b]]>');
  });

  it('goes in the account’s mode, which a test may change', async () => {
    const own = new TestWechat({ server: TEST_SERVER });
    await own.control('server', { mode: 'plain' });
    await own.user({ follows: true });
    expect(own.runtime.received.at(-1)?.body).toContain('<Event><![CDATA[subscribe]]></Event>');
    expect((await own.control('server', { mode: 'none' })).status).toBe(400);
    own.close();
  });
});

describe('the cipher', () => {
  it.each([0, 1, 11, 12, 31, 32, 33, 500])('agrees with @wecom/crypto on %i bytes', (length) => {
    const message = 'x'.repeat(length);
    const random = Buffer.alloc(16, 7);
    expect(encryptPush(encodingAesKey, APP_ID, random, message)).toBe(encrypt(encodingAesKey, message, APP_ID, random));
    expect(decryptPush(encodingAesKey, APP_ID, encrypt(encodingAesKey, message, APP_ID))).toBe(message);
  });

  it('refuses another appid, a torn text and noise', () => {
    const sealed = encrypt(encodingAesKey, '你好', APP_ID);
    expect(decryptPush(encodingAesKey, 'wxffffffffffffffff', sealed)).toBeNull();
    expect(decryptPush(encodingAesKey, APP_ID, sealed.slice(4))).toBeNull();
    expect(decryptPush(encodingAesKey, APP_ID, Buffer.alloc(64, 1).toString('base64'))).toBeNull();
    expect(decryptPush(encodingAesKey, APP_ID, '')).toBeNull();
  });
});
