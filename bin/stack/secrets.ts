import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from './start-error';

const secretsSchema = z.object({
  authSecret: z.string(),
  alipay: z.object({
    appId: z.string(),
    sellerId: z.string(),
    merchantPrivateKey: z.string(),
    merchantPublicKey: z.string(),
    alipayPrivateKey: z.string(),
    alipayPublicKey: z.string(),
  }),
  wechat: z.object({ appId: z.string(), appSecret: z.string(), token: z.string(), encodingAesKey: z.string() }),
});

/** What a real deployment is given from outside; here made once for the sandbox and kept with the data. */
export type Secrets = z.infer<typeof secretsSchema>;

export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  if (existsSync(file)) return read(file);
  mkdirSync(dataDir, { recursive: true });
  const secrets = generate();
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function read(file: string): Secrets {
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new StartError(`${file} 已损坏：删除它会重新生成（已登录的用户需要重新登录）`);
  }
}

function generate(): Secrets {
  const merchant = keyPair();
  const alipay = keyPair();
  return {
    authSecret: randomBytes(32).toString('hex'),
    alipay: {
      appId: `2021${digits(12)}`,
      sellerId: `2088${digits(12)}`,
      merchantPrivateKey: merchant.privateKey,
      merchantPublicKey: merchant.publicKey,
      alipayPrivateKey: alipay.privateKey,
      alipayPublicKey: alipay.publicKey,
    },
    wechat: {
      appId: `wx${randomBytes(8).toString('hex')}`,
      appSecret: randomBytes(16).toString('hex'),
      token: randomBytes(12).toString('hex'),
      // WeChat's own form: the base64 of 32 bytes without its "=", letters and digits only.
      encodingAesKey: randomBytes(32).toString('base64').slice(0, 43).replace(/[+/]/g, 'x'),
    },
  };
}

function keyPair() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');
