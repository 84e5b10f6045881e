import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Push, readPush } from '@/lib/domain/wechat/push';
import { sealedReply, textReply, unixSeconds } from './passive-reply';
import { decodeUtf8, decryptPush, encryptPush, readPushKey } from './push-crypto';
import { isSignature, signPush } from './push-signature';
import { readPushXml } from './push-xml';

export interface PushConfig {
  readonly appId: string;
  readonly token: string;
  readonly encodingAesKey: string;
}

/** forged: nobody vouches for it; malformed: it is not what WeChat sends. */
export type PushRefusal = 'forged' | 'malformed';

export interface OpenedPush {
  readonly ok: true;
  readonly push: Push;
  /** What `timestamp` and `nonce` are signed with: one push has it, and no other may have it again. */
  readonly signature: string;
  /** What to answer so that the person reads `text`; sealed as the push was. */
  readonly reply: (text: string, now: Date) => string;
}

export type PushOutcome = OpenedPush | { readonly ok: false; readonly reason: PushRefusal };

/** The callback's address as the official account's settings know it. */
export interface PushChannel {
  /** What proves to WeChat that the address is ours: `echostr`; or why not. */
  readonly echo: (query: URLSearchParams, now: Date) => { ok: true; echo: string } | { ok: false; reason: PushRefusal };
  readonly open: (query: URLSearchParams, body: Uint8Array, now: Date) => PushOutcome;
}

/** How far WeChat's clock and ours may be apart, with the time a push is on its way. */
const FRESH_MS = 5 * 60_000;

const signedSchema = z.object({
  signature: z.string().max(64),
  timestamp: z.string().regex(/^\d{1,11}$/),
  nonce: z.string().regex(/^[\x21-\x7e]{1,128}$/),
});
const echoSchema = signedSchema.extend({ echostr: z.string().regex(/^[\x21-\x7e]{1,512}$/) });
const plainSchema = signedSchema.extend({ encrypt_type: z.literal('raw').optional() });
const safeSchema = signedSchema.extend({
  // In safe mode it vouches for nothing that is in the body.
  signature: z.string().max(64).optional(),
  encrypt_type: z.literal('aes'),
  msg_signature: z.string().max(64),
});
const sealedSchema = z.object({ Encrypt: z.string().min(1) });

export function createPushChannel({ appId, token, encodingAesKey }: PushConfig): PushChannel {
  const key = readPushKey(encodingAesKey, appId);

  const openPlain = (query: z.output<typeof plainSchema>, body: Uint8Array, now: Date): PushOutcome => {
    const signature = signPush(token, query.timestamp, query.nonce);
    if (!isSignature(signature, query.signature)) return FORGED;
    const push = readDocument(decodeUtf8(body), now);
    return push ? { ok: true, push, signature, reply: (text, at) => textReply(addressOf(push), text, at) } : MALFORMED;
  };

  const openSafe = (query: z.output<typeof safeSchema>, body: Uint8Array, now: Date): PushOutcome => {
    const document = decodeUtf8(body);
    const sealed = sealedSchema.safeParse(document === null ? null : readPushXml(document));
    if (!sealed.success) return MALFORMED;
    const { Encrypt } = sealed.data;
    if (!isSignature(signPush(token, query.timestamp, query.nonce, Encrypt), query.msg_signature)) return FORGED;
    const push = readDocument(decryptPush(key, Encrypt), now);
    if (!push) return MALFORMED;
    const signature = signPush(token, query.timestamp, query.nonce);
    return { ok: true, push, signature, reply: (text, at) => seal(textReply(addressOf(push), text, at), at) };
  };

  const seal = (document: string, now: Date): string => {
    const encrypted = encryptPush(key, document, randomBytes(16));
    const timestamp = unixSeconds(now);
    const nonce = randomBytes(8).toString('hex');
    return sealedReply({ encrypted, timestamp, nonce, signature: signPush(token, timestamp, nonce, encrypted) });
  };

  return {
    echo: (query, now) => {
      const read = readQuery(echoSchema, query, now);
      if (!read.ok) return read;
      const { signature, timestamp, nonce, echostr } = read.value;
      return isSignature(signPush(token, timestamp, nonce), signature) ? { ok: true, echo: echostr } : FORGED;
    },
    open: (query, body, now) => {
      const isSafe = query.get('encrypt_type') === 'aes' || query.has('msg_signature');
      if (isSafe) {
        const read = readQuery(safeSchema, query, now);
        return read.ok ? openSafe(read.value, body, now) : read;
      }
      const read = readQuery(plainSchema, query, now);
      return read.ok ? openPlain(read.value, body, now) : read;
    },
  };
}

const FORGED = { ok: false, reason: 'forged' } as const;
const MALFORMED = { ok: false, reason: 'malformed' } as const;

const addressOf = ({ openid, toUser }: Push) => ({ openid, account: toUser });

/** What is said to happen only later would count as newer than everything that does. */
function readDocument(document: string | null, now: Date): Push | null {
  const fields = document === null ? null : readPushXml(document);
  const push = fields && readPush(fields);
  return push && push.happenedAt.getTime() <= now.getTime() + FRESH_MS ? push : null;
}

/** What was said twice is not read at all; what was signed too long ago is nobody's word any more. */
function readQuery<S extends z.ZodType<{ timestamp: string }>>(
  schema: S,
  query: URLSearchParams,
  now: Date,
): { ok: true; value: z.output<S> } | typeof FORGED | typeof MALFORMED {
  const names = [...query.keys()];
  if (new Set(names).size !== names.length) return MALFORMED;
  const read = schema.safeParse(Object.fromEntries(query));
  if (!read.success) return FORGED;
  const isFresh = Math.abs(Number(read.data.timestamp) * 1000 - now.getTime()) <= FRESH_MS;
  return isFresh ? { ok: true, value: read.data } : FORGED;
}
