import { createHash, randomInt } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 43;

/** About 256 bits in the letters an OAuth state may have. */
export const newToken = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** What is kept of a token. It has too much entropy to need salt or a slow hash. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The state that belongs to a browser's secret: the browser can show its QR again, the QR does not give the secret away. */
export const stateOf = (browserSecret: string): string =>
  Array.from(
    createHash('sha512').update(`state:${browserSecret}`).digest().subarray(0, LENGTH),
    (byte) => ALPHABET[byte % ALPHABET.length],
  ).join('');
