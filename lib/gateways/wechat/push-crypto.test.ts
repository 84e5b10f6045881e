import { createCipheriv, randomBytes } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptPush, encryptPush, readPushKey } from './push-crypto';
import { isSignature, signPush } from './push-signature';

const APP_ID = 'wx0123456789abcdef';
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const key = readPushKey(AES_KEY, APP_ID);

/** As the platform encrypts, but with bytes that the test lays out. */
function cipher(plain: Buffer): string {
  const aes = createCipheriv('aes-256-cbc', key.key, key.key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([aes.update(plain), aes.final()]).toString('base64');
}

function laidOut({ text = 'hello', length = Buffer.byteLength(text), appId = APP_ID, pad = 0 } = {}): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  const body = Buffer.concat([randomBytes(16), size, Buffer.from(text), Buffer.from(appId)]);
  const count = pad || 32 - (body.length % 32);
  return Buffer.concat([body, Buffer.alloc(count, count)]);
}

describe('safe mode, beside the official library', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });

  it('reads what the library wrote', () => {
    fc.assert(fc.property(text, (message) => decryptPush(key, encrypt(AES_KEY, message, APP_ID)) === message));
  });

  it('writes what the library reads', () => {
    fc.assert(
      fc.property(text, (message) => {
        const read = decrypt(AES_KEY, encryptPush(key, message, randomBytes(16)));
        expect({ message: read.message, id: read.id }).toEqual({ message, id: APP_ID });
      }),
    );
  });

  it('writes the same bytes with the same salt', () => {
    const salt = randomBytes(16);
    expect(encryptPush(key, '路飞', salt)).toBe(encrypt(AES_KEY, '路飞', APP_ID, salt));
  });

  it('signs as the library signs', () => {
    const part = fc.stringMatching(/^[a-zA-Z0-9_+/=-]{0,40}$/);
    fc.assert(
      fc.property(part, part, part, part, (token, timestamp, nonce, message) => {
        expect(signPush(token, timestamp, nonce, message)).toBe(getSignature(token, timestamp, nonce, message));
      }),
    );
  });
});

describe('a signature', () => {
  it('is compared whole, whatever its length', () => {
    expect(isSignature('abc', 'abc')).toBe(true);
    for (const given of ['', 'ab', 'abd', 'abcd', 'ABC', '路飞']) expect(isSignature('abc', given)).toBe(false);
  });
});

describe('what is not a message of ours is not read', () => {
  it.each([
    ['nothing', ''],
    ['no base64', '????'],
    ['base64 of half a block', randomBytes(16).toString('base64')],
    ['random blocks', randomBytes(320).toString('base64')],
    ['of another app', encrypt(AES_KEY, 'hello', 'wx0000000000000000')],
    ['under another key', encrypt('B'.repeat(43), 'hello', APP_ID)],
    ['of no app', cipher(laidOut({ appId: '' }))],
    ['longer than it is', cipher(laidOut({ length: 6 }))],
    ['far longer than it is', cipher(laidOut({ length: 0xffffffff }))],
    ['shorter than it is', cipher(laidOut({ length: 4 }))],
    ['padded by nothing', cipher(Buffer.alloc(64, 0))],
    ['padded by too much', cipher(Buffer.alloc(64, 33))],
  ])('%s', (_, encrypted) => {
    expect(decryptPush(key, encrypted)).toBeNull();
  });

  it('padded by bytes that differ', () => {
    const plain = laidOut({ text: 'x'.repeat(10) });
    const count = plain.at(-1) ?? 0;
    expect(decryptPush(key, cipher(plain))).toBe('x'.repeat(10));
    plain[plain.length - count] = count + 1;
    expect(decryptPush(key, cipher(plain))).toBeNull();
  });

  it('not UTF-8', () => {
    const plain = laidOut({ text: 'ab' });
    plain[20] = 0xff;
    expect(decryptPush(key, cipher(plain))).toBeNull();
  });

  it('whatever bytes they are', () => {
    const blocks = fc.uint8Array({ minLength: 32, maxLength: 320 });
    fc.assert(
      fc.property(blocks, (bytes) => {
        const whole = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 32)));
        expect(decryptPush(key, whole.toString('base64'))).toBeNull();
      }),
    );
  });
});
