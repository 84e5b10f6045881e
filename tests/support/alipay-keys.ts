import { createSign, createVerify, generateKeyPairSync } from 'node:crypto';

interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

const keyPair = (): KeyPair =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });

/** Both ends of the line: ours, and the Alipay that a test plays. */
export const merchantKeys = keyPair();
export const alipayKeys = keyPair();

type Params = Readonly<Record<string, string>>;

/** The string to sign as the documents say it, written without the SDK: it is what the SDK is checked against. */
function stringToSign(params: Params, options: { dropEmpty: boolean; without: readonly string[] }): string {
  return Object.entries(params)
    .filter(([name, value]) => !options.without.includes(name) && !(options.dropEmpty && value === ''))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Whether the merchant's request carries the merchant's RSA2 signature over all its parameters. */
export function isSignedByMerchant(params: Params): boolean {
  const content = stringToSign(params, { dropEmpty: true, without: ['sign'] });
  return createVerify('RSA-SHA256')
    .update(content, 'utf8')
    .verify(merchantKeys.publicKey, params.sign ?? '', 'base64');
}

/** A notify as Alipay sends it. `empty`: how the sender treats parameters without a value. */
export function signNotify(
  params: Params,
  options: { algorithm?: 'RSA-SHA256' | 'RSA-SHA1'; key?: string; empty?: 'signed' | 'dropped' } = {},
): Record<string, string> {
  const dropEmpty = options.empty === 'dropped';
  const content = stringToSign(params, { dropEmpty, without: ['sign', 'sign_type'] });
  const sign = createSign(options.algorithm ?? 'RSA-SHA256').update(content, 'utf8');
  return { ...params, sign: sign.sign(options.key ?? alipayKeys.privateKey, 'base64') };
}

/** A synchronous answer: the signature covers the substring of the node, byte for byte. */
export function signAnswer(method: string, node: string, key = alipayKeys.privateKey): string {
  const sign = createSign('RSA-SHA256').update(node, 'utf8').sign(key, 'base64');
  return `{"${method.replaceAll('.', '_')}_response":${node},"sign":"${sign}"}`;
}
