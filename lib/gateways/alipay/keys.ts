import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

const der = (text: string): Buffer => Buffer.from(text.replace(/\s+/g, ''), 'base64');

function firstThatParses(attempts: readonly (() => KeyObject)[]): KeyObject | null {
  for (const attempt of attempts) {
    try {
      return attempt();
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return null;
}

/** Reads an RSA private key as PEM or as the bare base64 of Alipay's key tool (PKCS8 or PKCS1); gives PKCS8 PEM, or null. */
export function readPrivateKey(text: string): string | null {
  const key = text.includes('-----BEGIN')
    ? firstThatParses([() => createPrivateKey(text.replaceAll('\\n', '\n'))])
    : firstThatParses([
        () => createPrivateKey({ key: der(text), format: 'der', type: 'pkcs8' }),
        () => createPrivateKey({ key: der(text), format: 'der', type: 'pkcs1' }),
      ]);
  return key?.asymmetricKeyType === 'rsa' ? String(key.export({ format: 'pem', type: 'pkcs8' })) : null;
}

/** Reads an RSA public key as PEM or bare base64 (SPKI or PKCS1); gives SPKI PEM, or null (for a private key too). */
export function readPublicKey(text: string): string | null {
  if (text.includes('PRIVATE KEY')) return null;
  const key = text.includes('-----BEGIN')
    ? firstThatParses([() => createPublicKey(text.replaceAll('\\n', '\n'))])
    : firstThatParses([
        () => createPublicKey({ key: der(text), format: 'der', type: 'spki' }),
        () => createPublicKey({ key: der(text), format: 'der', type: 'pkcs1' }),
      ]);
  return key?.asymmetricKeyType === 'rsa' ? String(key.export({ format: 'pem', type: 'spki' })) : null;
}
