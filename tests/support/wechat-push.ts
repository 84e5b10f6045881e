import { createHash, randomInt } from 'node:crypto';
import { encrypt } from '@wecom/crypto';

/** As tests/support/site-env.ts sets them. */
const TOKEN = 'token123';
const AES_KEY = 'A'.repeat(43);
const APP_ID = 'wx0123456789abcdef';
const ACCOUNT = 'gh_0123456789ab';

export type PushMode = 'plain' | 'safe';
type Fields = Readonly<Record<string, string>>;

const sign = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');

export const unixNow = (): number => Math.floor(Date.now() / 1000);
const newNonce = (): string => String(randomInt(1_000_000_000));

/** As WeChat writes it. A value that begins with `<` is put in as it is. */
export const pushXml = (fields: Fields): string =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value.startsWith('<') ? value : `<![CDATA[${value}]]>`}</${name}>`)
    .join('\n')}</xml>`;

export const eventFields = (openid: string, event: string, more: Fields = {}, at = unixNow()): Fields => ({
  ToUserName: ACCOUNT,
  FromUserName: openid,
  CreateTime: String(at),
  MsgType: 'event',
  Event: event,
  ...more,
});

let messages = 0;
export function textFields(openid: string, content: string, at = unixNow()): Fields {
  messages += 1;
  const MsgId = `23${Date.now()}${String(messages).padStart(5, '0')}`;
  return {
    ToUserName: ACCOUNT,
    FromUserName: openid,
    CreateTime: String(at),
    MsgType: 'text',
    Content: content,
    MsgId,
  };
}

export interface Signing {
  readonly mode?: PushMode;
  readonly token?: string;
  readonly appId?: string;
  readonly aesKey?: string;
  readonly timestamp?: string;
  readonly nonce?: string;
  /** Instead of what belongs there. */
  readonly query?: Fields;
}

/** The query and body under which WeChat sends a document. */
export function signedPush(document: string, options: Signing = {}): { query: URLSearchParams; body: string } {
  const { mode = 'plain', token = TOKEN, timestamp = String(unixNow()), nonce = newNonce() } = options;
  const signed = { signature: sign(token, timestamp, nonce), timestamp, nonce, openid: 'o' };
  if (mode === 'plain') return { query: new URLSearchParams({ ...signed, ...options.query }), body: document };
  const sealed = encrypt(options.aesKey ?? AES_KEY, document, options.appId ?? APP_ID);
  const query = { ...signed, encrypt_type: 'aes', msg_signature: sign(token, timestamp, nonce, sealed) };
  const body = `<xml><ToUserName><![CDATA[${ACCOUNT}]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`;
  return { query: new URLSearchParams({ ...query, ...options.query }), body };
}

export const postPush = (query: URLSearchParams | string, body: string | Uint8Array<ArrayBuffer>): Request =>
  new Request(`https://luffy.example/api/wechat/events?${query}`, { method: 'POST', body });

/** A genuine push. */
export function pushRequest(fields: Fields, options: Signing = {}): Request {
  const { query, body } = signedPush(pushXml(fields), options);
  return postPush(query, body);
}
