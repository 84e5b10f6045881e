import type { Runtime } from '../runtime';
import type { EventServer } from './config';
import { encryptPush, signatureOf } from './push-crypto';
import type { PushMode } from './push-modes';
import { nested, text } from './push-xml';

export interface PushRequest {
  readonly url: string;
  readonly body: string;
}

export interface PushInput {
  readonly server: EventServer;
  readonly appId: string;
  readonly mode: PushMode;
  readonly openid: string;
  /** The account's gh_ name, which stands outside the envelope too. */
  readonly to: string;
  readonly xml: string;
}

/** How the message goes out: 明文, 兼容 (both) or 安全模式. Every attempt is signed anew. */
export function buildPush(runtime: Runtime, { server, appId, mode, openid, to, xml }: PushInput): PushRequest {
  const timestamp = String(Math.floor(runtime.now() / 1000));
  const nonce = String(runtime.randomBytes(4).readUInt32BE());
  const plain = { signature: signatureOf([server.token, timestamp, nonce]), timestamp, nonce, openid };
  if (mode === 'plain') return { url: withQuery(server.url, plain), body: xml };
  const encrypted = encryptPush(server.encodingAesKey, appId, runtime.randomBytes(16), xml);
  const signed = signatureOf([server.token, timestamp, nonce, encrypted]);
  const envelope = text('Encrypt', encrypted);
  const body =
    mode === 'safe'
      ? nested('xml', [text('ToUserName', to), envelope])
      : xml.replace(/<\/xml>$/, `\n${envelope}</xml>`);
  return { url: withQuery(server.url, { ...plain, encrypt_type: 'aes', msg_signature: signed }), body };
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(query)}`;
}
