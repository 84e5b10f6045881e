import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

const BLOCK = 32;
const RANDOM_BYTES = 16;

/** WeChat's signature of anything: the parts sorted, joined, SHA-1 in hex. */
export function signatureOf(parts: readonly string[]): string {
  return createHash('sha1').update(parts.toSorted().join('')).digest('hex');
}

/** 安全模式: random, length in bytes, message, appid; padded to 32-byte blocks, AES-256-CBC, base64. */
export function encryptPush(encodingAesKey: string, appId: string, random: Buffer, message: string): string {
  const { key, iv } = keyOf(encodingAesKey);
  const body = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([random.subarray(0, RANDOM_BYTES), length, body, Buffer.from(appId)]);
  const padding = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}

/** The message inside; null when anything about it is not as it should be. */
export function decryptPush(encodingAesKey: string, appId: string, encrypted: string): string | null {
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length < BLOCK || bytes.length % BLOCK !== 0) return null;
  const { key, iv } = keyOf(encodingAesKey);
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  const plain = padded.subarray(0, -padding);
  const wellPadded = padding >= 1 && padding <= BLOCK && padded.subarray(-padding).every((byte) => byte === padding);
  if (!wellPadded || plain.length < RANDOM_BYTES + 4) return null;
  const end = RANDOM_BYTES + 4 + plain.readUInt32BE(RANDOM_BYTES);
  if (plain.subarray(end).toString() !== appId) return null;
  return plain.subarray(RANDOM_BYTES + 4, end).toString();
}

function keyOf(encodingAesKey: string): { readonly key: Buffer; readonly iv: Buffer } {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  return { key, iv: key.subarray(0, 16) };
}
