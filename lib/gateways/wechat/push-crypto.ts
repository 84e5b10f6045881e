import { createCipheriv, createDecipheriv } from 'node:crypto';

/** 安全模式: AES-256-CBC, the key's first 16 bytes as IV, PKCS7 padded to blocks of 32 and not of 16. */
const BLOCK = 32;
const SALT_BYTES = 16;
const HEAD_BYTES = SALT_BYTES + 4;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

export interface PushKey {
  readonly key: Buffer;
  readonly appId: string;
}

/** `encodingAesKey`: the 43 characters set beside the callback's address. */
export function readPushKey(encodingAesKey: string, appId: string): PushKey {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  if (key.length !== 32) throw new Error('an EncodingAESKey has 43 characters');
  return { key, appId };
}

/** The message inside `Encrypt`; null when it is not one, or another account's. */
export function decryptPush({ key, appId }: PushKey, encrypted: string): string | null {
  if (encrypted.length % 4 !== 0 || !BASE64.test(encrypted)) return null;
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return null;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = unpad(Buffer.concat([decipher.update(bytes), decipher.final()]));
  if (!plain || plain.length < HEAD_BYTES) return null;
  const end = HEAD_BYTES + plain.readUInt32BE(SALT_BYTES);
  if (end > plain.length || !plain.subarray(end).equals(Buffer.from(appId))) return null;
  return decodeUtf8(plain.subarray(HEAD_BYTES, end));
}

/** `salt`: 16 random bytes. */
export function encryptPush({ key, appId }: PushKey, message: string, salt: Uint8Array): string {
  if (salt.length !== SALT_BYTES) throw new Error('the salt has 16 bytes');
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = pad(Buffer.concat([salt, length, text, Buffer.from(appId)]));
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
}

/** Null when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function pad(bytes: Buffer): Buffer {
  const count = BLOCK - (bytes.length % BLOCK);
  return Buffer.concat([bytes, Buffer.alloc(count, count)]);
}

/** Every byte of the padding is looked at: it is part of what must be right. */
function unpad(bytes: Buffer): Buffer | null {
  const count = bytes.at(-1) ?? 0;
  if (count < 1 || count > BLOCK) return null;
  const padding = bytes.subarray(bytes.length - count);
  return padding.every((byte) => byte === count) ? bytes.subarray(0, bytes.length - count) : null;
}
