import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import type { EventServer } from './config';
import type { PassiveReply } from './events';
import { decryptPush, signatureOf } from './push-crypto';
import type { PushMode } from './push-modes';

/** 被动回复: what the account answered; `broken` says why WeChat would not take it. */
export type ReadReply =
  | { readonly kind: 'none' }
  | { readonly kind: 'shown'; readonly content: PassiveReply }
  | { readonly kind: 'broken'; readonly reason: string };

export interface ReplyContext {
  readonly server: EventServer;
  readonly appId: string;
  readonly mode: PushMode;
  readonly openid: string;
  readonly to: string;
}

const MAX_TEXT_BYTES = 2048;
const MAX_ARTICLES = 8;

// Repeated elements come out as arrays, which no schema here takes but that of the articles.
const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreAttributes: false,
  processEntities: true,
});

const envelopeSchema = z.strictObject({
  Encrypt: z.string().min(1),
  MsgSignature: z.string(),
  TimeStamp: z.string().regex(/^\d{10}$/),
  Nonce: z.string().min(1),
});

const header = {
  ToUserName: z.string(),
  FromUserName: z.string(),
  CreateTime: z.string().regex(/^\d{1,10}$/),
};

const articleSchema = z.strictObject({
  Title: z.string().min(1),
  Description: z.string().default(''),
  PicUrl: z.string().default(''),
  Url: z.string().default(''),
});

const replySchema = z.discriminatedUnion('MsgType', [
  z.strictObject({ ...header, MsgType: z.literal('text'), Content: z.string().min(1) }),
  z.strictObject({
    ...header,
    MsgType: z.literal('news'),
    ArticleCount: z.string().regex(/^[1-8]$/),
    Articles: z.unknown(),
  }),
]);

const articlesSchema = z.strictObject({
  item: z.union([articleSchema.transform((one) => [one]), z.array(articleSchema).min(1).max(MAX_ARTICLES)]),
});

/** Reads the body of a 200. In 安全模式 a reply has to be encrypted, in 兼容模式 it may be. */
export function readReply(body: string, context: ReplyContext): ReadReply {
  if (body === '' || body === 'success') return { kind: 'none' };
  const outer = readXml(body);
  if (outer === null) return broken('not XML');
  if (context.mode === 'plain' || (context.mode === 'compat' && !('Encrypt' in outer)))
    return readMessage(outer, context);
  const envelope = envelopeSchema.safeParse(outer);
  if (!envelope.success) return broken(`not an encrypted reply: ${envelope.error.issues[0]?.path.join('.')}`);
  const { Encrypt, MsgSignature, TimeStamp, Nonce } = envelope.data;
  if (signatureOf([context.server.token, TimeStamp, Nonce, Encrypt]) !== MsgSignature) return broken('MsgSignature');
  const plain = decryptPush(context.server.encodingAesKey, context.appId, Encrypt);
  const inner = plain === null ? null : readXml(plain);
  return inner === null ? broken('cannot be decrypted') : readMessage(inner, context);
}

function readMessage(xml: unknown, { openid, to }: ReplyContext): ReadReply {
  const message = replySchema.safeParse(xml);
  if (!message.success) return broken(`element ${message.error.issues[0]?.path.join('.') ?? ''}`);
  if (message.data.ToUserName !== openid || message.data.FromUserName !== to) return broken('to or from');
  if (message.data.MsgType === 'text') return readText(message.data.Content);
  const articles = articlesSchema.safeParse(withoutSpace(message.data.Articles));
  if (!articles.success || articles.data.item.length !== Number(message.data.ArticleCount)) return broken('Articles');
  return {
    kind: 'shown',
    content: {
      kind: 'news',
      articles: articles.data.item.map(({ Title: title, Description: description, PicUrl: picUrl, Url: url }) => {
        return { title, description, picUrl, url };
      }),
    },
  };
}

function readText(text: string): ReadReply {
  if (Buffer.byteLength(text) > MAX_TEXT_BYTES) return broken('Content is longer than 2048 bytes');
  return { kind: 'shown', content: { kind: 'reply', text } };
}

/** What is inside <xml>; null for anything but one element of that name. */
function readXml(body: string): object | null {
  if (/<!DOCTYPE|<\?/i.test(body) || XMLValidator.validate(body) !== true) return null;
  const parsed = z.strictObject({ xml: z.record(z.string(), z.unknown()) }).safeParse(parser.parse(body));
  return parsed.success ? withoutSpaceIn(parsed.data.xml) : null;
}

/** White space between elements is no text. */
function withoutSpace(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpace);
  return typeof value === 'object' && value !== null ? withoutSpaceIn(value) : value;
}

function withoutSpaceIn(element: object): object {
  return Object.fromEntries(
    Object.entries(element).flatMap(([key, inner]) => {
      if (key === '#text' && typeof inner === 'string' && inner.trim() === '') return [];
      return [[key, withoutSpace(inner)]];
    }),
  );
}

function broken(reason: string): ReadReply {
  return { kind: 'broken', reason };
}
