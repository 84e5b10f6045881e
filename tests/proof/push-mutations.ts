import fc from 'fast-check';
import { eventFields, type PushMode, postPush, pushXml, signedPush, textFields, unixNow } from '../support/wechat-push';

export interface FuzzedPush {
  /** What was done to it; fast-check prints it. */
  readonly what: string;
  readonly request: () => Request;
}

/** Someone we know, and what they have told us already. */
export interface PushTarget {
  readonly openid: string;
  /** Of a push that was taken: used up. */
  readonly timestamp: string;
  readonly nonce: string;
}

const mode = fc.constantFrom<PushMode>('plain', 'safe');
// Texts that mean something to a parser somewhere.
const NASTY = [
  '',
  ' ',
  '<',
  '&',
  ']]>',
  '<![CDATA[',
  '&#0;',
  '&lt;',
  '\0',
  '\u202e',
  '\uFFFF',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '{"a":1}',
  '%00',
  '9'.repeat(30),
  'x'.repeat(5000),
  '订单',
];
const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 60 }));
const EVENTS = [
  'subscribe',
  'unsubscribe',
  'SCAN',
  'CLICK',
  'VIEW',
  'TEMPLATESENDJOBFINISH',
  'subscribe_msg_sent_event',
];

/** A genuine document about somebody: an event, or words. */
const genuine = (openid: string) =>
  fc
    .oneof(
      fc.constantFrom(...EVENTS).map((event) => eventFields(openid, event, { EventKey: 'courses' })),
      fc.constantFrom('订单', '我的课程', '绑定').map((text) => textFields(openid, text)),
    )
    .map(pushXml);

type Spoil = (document: string) => string;
/** None of what comes out is a push, though WeChat itself signs it. */
const SPOILERS: Readonly<Record<string, fc.Arbitrary<Spoil>>> = {
  'cut short': fc.integer({ min: 0, max: 99 }).map((share) => (text) => text.slice(0, (text.length * share) / 100)),
  'text of no kind': nasty.map((text) => () => text),
  'text behind': nasty.map((text) => (document) => `${document}<${text}`),
  'a DOCTYPE': nasty.map((text) => (document) => `<!DOCTYPE xml [<!ENTITY a "${text}">]>${document}`),
  'entities upon entities': fc.constant((document) => document.replace('</xml>', '<E>&a;&a;</E></xml>')),
  'an instruction': nasty.map((text) => (document) => document.replace('<xml>', `<xml><?x ${text} ?>`)),
  'a comment': nasty.map((text) => (document) => document.replace('<xml>', `<xml><!--${text}-->`)),
  'an attribute': fc.constant((document) => document.replace('<MsgType>', '<MsgType a="1">')),
  'a sender twice': fc.constant((document) =>
    document.replace('</xml>', '<FromUserName><![CDATA[o]]></FromUserName></xml>'),
  ),
  'no sender': fc.constant((document) => document.replace(/<FromUserName>.*?<\/FromUserName>/s, '')),
  'an empty sender': fc.constant((document) => document.replace(/(<FromUserName>).*?(<\/FromUserName>)/s, '$1$2')),
  'fields for a sender': fc.constant((document) =>
    document.replace(/(<FromUserName>).*?(<\/FromUserName>)/s, '$1<a>1</a>$2'),
  ),
  'no time that is one': fc
    .constantFrom('', '-1', '1e9', '0x10', '99999999999', 'now', '１', '1'.repeat(40))
    .map((time) => (document) => document.replace(/(<CreateTime>).*?(<\/CreateTime>)/s, `$1${time}$2`)),
  'no type': fc.constant((document) => document.replace(/<MsgType>.*?<\/MsgType>/s, '')),
  'another root': fc.constant((document) => document.replaceAll(/(?<=^<|\/)xml(?=>)/g, 'root')),
  'two roots': fc.constant((document) => document + document),
  'depth without end': fc
    .integer({ min: 10, max: 4000 })
    .map((depth) => (document) => document.replace('</xml>', `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</xml>`)),
  'bytes that are no characters': fc
    .constantFrom('\0', '\u0008', '\uFFFE', '\uFFFF')
    .map((character) => (document) => document.replace('<![CDATA[', `<![CDATA[${character}`)),
  'too much': fc
    .integer({ min: 65_536, max: 90_000 })
    .map((size) => (document) => document.replace('</xml>', `<E>${'x'.repeat(size)}</E></xml>`)),
  JSON: fc.constant(() => '{"FromUserName":"o","MsgType":"text","Content":"订单"}'),
};

const spoiled = (openid: string) =>
  Object.entries(SPOILERS).map(([what, spoiler]) =>
    fc.tuple(genuine(openid), spoiler, mode).map(
      ([document, spoil, how]): FuzzedPush => ({
        what: `${what} (${how})`,
        request: () => {
          const { query, body } = signedPush(spoil(document), { mode: how });
          return postPush(query, body);
        },
      }),
    ),
  );

type Forge = (document: string, how: PushMode) => Request;
const send = ({ query, body }: { query: URLSearchParams; body: string }, add = '') => postPush(`${query}${add}`, body);

/** Ways in which nobody vouches for what is a push otherwise. */
const forgeries = ({ timestamp, nonce }: PushTarget): Readonly<Record<string, fc.Arbitrary<Forge>>> => ({
  'no signature': fc.constant((document) => postPush('', document)),
  'a signature of nonsense': nasty.map(
    (text) => (document, how) =>
      send(signedPush(document, { mode: how, query: how === 'plain' ? { signature: text } : { msg_signature: text } })),
  ),
  'another token': fc.constant((document, how) => send(signedPush(document, { mode: how, token: 'other' }))),
  'another app': fc.constant((document) => send(signedPush(document, { mode: 'safe', appId: 'wx0000000000000000' }))),
  'an old time': fc
    .integer({ min: 400, max: 1_000_000 })
    .map(
      (seconds) => (document, how) => send(signedPush(document, { mode: how, timestamp: String(unixNow() - seconds) })),
    ),
  'a time of no kind': nasty.map(
    (text) => (document, how) => send(signedPush(document, { mode: how, timestamp: `${text}x` })),
  ),
  'a parameter twice': fc
    .tuple(fc.constantFrom('signature', 'timestamp', 'nonce', 'msg_signature', 'openid'), nasty)
    .map(
      ([name, text]) =>
        (document, how) =>
          send(signedPush(document, { mode: how }), `&${name}=${encodeURIComponent(text)}&${name}=1`),
    ),
  'used before': mode.map((how) => (document) => send(signedPush(document, { mode: how, timestamp, nonce }))),
  'sealed bytes changed': fc.nat().map((place) => (document) => {
    const { query, body } = signedPush(document, { mode: 'safe' });
    const at = body.indexOf('<Encrypt><![CDATA[') + 18 + (place % 100);
    return postPush(query, `${body.slice(0, at)}${body[at] === 'A' ? 'B' : 'A'}${body.slice(at + 1)}`);
  }),
  'plain where it says sealed': fc.constant((document) =>
    send(signedPush(document, { query: { encrypt_type: 'aes', msg_signature: 'x' } })),
  ),
  'sealed where it says plain': fc.constant((document) => {
    const { query, body } = signedPush(document, { mode: 'safe' });
    for (const name of ['encrypt_type', 'msg_signature']) query.delete(name);
    return postPush(query, body);
  }),
  'bytes of no kind': fc.uint8Array({ maxLength: 2000 }).map((bytes) => () => {
    const { query } = signedPush('');
    return postPush(query, new Uint8Array(bytes));
  }),
});

/** A push of which nothing may follow: half of them WeChat signed itself, the others nobody vouches for. */
export function fuzzedPush(target: PushTarget): fc.Arbitrary<FuzzedPush> {
  const forged = Object.entries(forgeries(target)).map(([what, arbitrary]) =>
    fc
      .tuple(genuine(target.openid), arbitrary, mode)
      .map(([document, forge, how]): FuzzedPush => ({ what: `${what} (${how})`, request: () => forge(document, how) })),
  );
  return fc.oneof(fc.oneof(...spoiled(target.openid)), fc.oneof(...forged));
}

/** A genuine push with strange things in it: somebody's words, a scene nobody made, an event nobody knows. */
export const strangePush: fc.Arbitrary<FuzzedPush> = fc
  .tuple(fc.constantFrom(...EVENTS, 'LOCATION', 'text', 'image', 'any'), fc.tuple(nasty, nasty, nasty), mode)
  .map(([what, [first, second, third], how]) => {
    const openid = `strange-${third.slice(0, 20)}`;
    const strange = { EventKey: first, Ticket: second, MsgID: third, Status: second, Extra: first };
    const fields =
      what === 'text' || what === 'image'
        ? { ...textFields(openid, first), MsgType: what, PicUrl: second }
        : eventFields(openid, what === 'any' ? first : what, strange);
    const request = () => send(signedPush(pushXml(quoted(fields)), { mode: how }));
    return { what: `${what} (${how})`, request };
  });

/** A value that begins with < stays a value. */
const quoted = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`]),
  );
