import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { alipayKeys, merchantKeys } from '@/tests/support/alipay-keys';
import { readPrivateKey, readPublicKey } from './keys';

const secret = createPrivateKey(merchantKeys.privateKey);
const open = createPublicKey(alipayKeys.publicKey);
const bare = (der: Buffer) => der.toString('base64');

describe('keys as people paste them', () => {
  it.each([
    ['PKCS8 PEM', merchantKeys.privateKey],
    ['PKCS1 PEM', String(secret.export({ format: 'pem', type: 'pkcs1' }))],
    ['PEM on one line, as .env files hold it', merchantKeys.privateKey.replaceAll('\n', '\\n')],
    ['bare PKCS8', bare(secret.export({ format: 'der', type: 'pkcs8' }))],
    ['bare PKCS1', bare(secret.export({ format: 'der', type: 'pkcs1' }))],
    ['bare, broken into lines', bare(secret.export({ format: 'der', type: 'pkcs8' })).replace(/.{64}/g, '$&\n')],
  ])('reads a private key: %s', (_, text) => {
    expect(readPrivateKey(text)).toBe(merchantKeys.privateKey);
  });

  it.each([
    ['SPKI PEM', alipayKeys.publicKey],
    ['bare SPKI', bare(open.export({ format: 'der', type: 'spki' }))],
    ['bare PKCS1', bare(open.export({ format: 'der', type: 'pkcs1' }))],
  ])('reads a public key: %s', (_, text) => {
    expect(readPublicKey(text)).toBe(alipayKeys.publicKey);
  });

  it('refuses a key of the other kind, another algorithm, and nonsense', () => {
    const ed = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
    expect(readPublicKey(merchantKeys.privateKey)).toBeNull();
    expect(readPrivateKey(alipayKeys.publicKey)).toBeNull();
    expect(readPrivateKey(String(ed))).toBeNull();
    expect(readPrivateKey('hello')).toBeNull();
    expect(readPublicKey('')).toBeNull();
  });
});
