import { createSign, createVerify, type KeyObject } from 'node:crypto';

type Params = Iterable<readonly [string, string]>;

/** What a merchant signs: every parameter but `sign` and empty values, sorted by key; sign_type is included. */
export function requestContent(params: Params): string {
  return canonical(params, ['sign']);
}

/** What Alipay signs in a notify or a return URL: as above, but sign_type is left out. */
function messageContent(params: Params): string {
  return canonical(params, ['sign', 'sign_type']);
}

/** RSA2 = SHA256withRSA, base64. */
export function signRsa2(content: string, key: KeyObject): string {
  return createSign('RSA-SHA256').update(content, 'utf8').sign(key, 'base64');
}

export function verifyRsa2(content: string, signature: string, key: KeyObject): boolean {
  return createVerify('RSA-SHA256').update(content, 'utf8').verify(key, signature, 'base64');
}

/** The message with its sign_type and a valid sign. */
export function signMessage(params: Readonly<Record<string, string>>, key: KeyObject): Record<string, string> {
  const sign = signRsa2(messageContent(Object.entries(params)), key);
  return { ...params, sign_type: 'RSA2', sign };
}

function canonical(params: Params, without: readonly string[]): string {
  return [...params]
    .filter(([key, value]) => value !== '' && !without.includes(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
}
