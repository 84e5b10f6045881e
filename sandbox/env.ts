import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { AlipayConfig } from './alipay/config';
import { err, ok, type Result } from './result';
import type { EventServer, WechatConfig } from './wechat/config';

export interface SandboxEnv {
  readonly port: number;
  readonly dataDir: string;
  /** null when that side is off. */
  readonly alipay: AlipayConfig | null;
  readonly wechat: WechatConfig | null;
}

const baseSchema = z.object({
  SANDBOX_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .pipe(z.int().max(65_535, 'must be a port number'))
    .default(4000),
  SANDBOX_DATA_DIR: z.string({ error: 'is missing' }),
  SANDBOX_ALIPAY: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  SANDBOX_WECHAT: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
});

const timeScale = z
  .string()
  .transform(Number)
  .pipe(z.number('must be a number').positive('must be greater than 0').max(1, 'must be at most 1'))
  .default(1);

const alipaySchema = z.object({
  SANDBOX_ALIPAY_APP_ID: z.string({ error: 'is missing' }).regex(/^\d{10,32}$/, 'must be 10 to 32 digits'),
  SANDBOX_ALIPAY_SELLER_ID: z
    .string({ error: 'is missing' })
    .regex(/^2088\d{12}$/, 'must be 2088 followed by 12 digits'),
  SANDBOX_ALIPAY_MERCHANT_PUBLIC_KEY: rsaKey('an RSA public key in PEM', createPublicKey),
  SANDBOX_ALIPAY_PRIVATE_KEY: rsaKey('an RSA private key in PKCS8 PEM', createPrivateKey),
  SANDBOX_TIME_SCALE: timeScale,
});

const wechatSchema = z.object({
  SANDBOX_WECHAT_APP_ID: z.string({ error: 'is missing' }).regex(/^wx[0-9a-f]{16}$/, 'must be wx and 16 hex digits'),
  SANDBOX_WECHAT_APP_SECRET: z.string({ error: 'is missing' }).regex(/^[0-9a-f]{32}$/, 'must be 32 hex digits'),
  SANDBOX_WECHAT_OAUTH_DOMAINS: z
    .string()
    .regex(/^[\w.:[\]-]+(?:,[\w.:[\]-]+)*$/, 'must be hosts, separated by commas')
    .default('127.0.0.1,localhost'),
  SANDBOX_WECHAT_EVENTS_URL: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  SANDBOX_WECHAT_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/, 'must be 3 to 32 letters or digits')
    .optional(),
  SANDBOX_WECHAT_ENCODING_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/, 'must be 43 letters or digits')
    .optional(),
  SANDBOX_TIME_SCALE: timeScale,
});

/** Reads the sandbox's variables; the error is one line that names the bad one. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Result<SandboxEnv, string> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const base = baseSchema.safeParse(given);
  if (!base.success) return err(describe(base.error));
  const alipay = base.data.SANDBOX_ALIPAY === 'off' ? ok(null) : readAlipay(given);
  if (!alipay.ok) return alipay;
  const wechat = base.data.SANDBOX_WECHAT === 'off' ? ok(null) : readWechat(given);
  if (!wechat.ok) return wechat;
  const { SANDBOX_PORT: port, SANDBOX_DATA_DIR: dataDir } = base.data;
  return ok({ port, dataDir, alipay: alipay.value, wechat: wechat.value });
}

function readAlipay(given: unknown): Result<AlipayConfig, string> {
  const alipay = alipaySchema.safeParse(given);
  if (!alipay.success) return err(describe(alipay.error));
  return ok({
    appId: alipay.data.SANDBOX_ALIPAY_APP_ID,
    sellerId: alipay.data.SANDBOX_ALIPAY_SELLER_ID,
    merchantPublicKey: alipay.data.SANDBOX_ALIPAY_MERCHANT_PUBLIC_KEY,
    privateKey: alipay.data.SANDBOX_ALIPAY_PRIVATE_KEY,
    timeScale: alipay.data.SANDBOX_TIME_SCALE,
  });
}

function readWechat(given: unknown): Result<WechatConfig, string> {
  const wechat = wechatSchema.safeParse(given);
  if (!wechat.success) return err(describe(wechat.error));
  const server = eventServer(wechat.data);
  if (!server.ok) return server;
  return ok({
    appId: wechat.data.SANDBOX_WECHAT_APP_ID,
    appSecret: wechat.data.SANDBOX_WECHAT_APP_SECRET,
    oauthDomains: wechat.data.SANDBOX_WECHAT_OAUTH_DOMAINS.split(','),
    server: server.value,
    timeScale: wechat.data.SANDBOX_TIME_SCALE,
  });
}

/** 服务器配置 is whole or not there. */
function eventServer(given: z.infer<typeof wechatSchema>): Result<EventServer | null, string> {
  const { SANDBOX_WECHAT_EVENTS_URL: url, SANDBOX_WECHAT_TOKEN: token } = given;
  const encodingAesKey = given.SANDBOX_WECHAT_ENCODING_AES_KEY;
  if (url === undefined) return ok(null);
  if (token === undefined) return err('SANDBOX_WECHAT_TOKEN is missing');
  if (encodingAesKey === undefined) return err('SANDBOX_WECHAT_ENCODING_AES_KEY is missing');
  return ok({ url, token, encodingAesKey });
}

function rsaKey(kind: string, read: (pem: string) => KeyObject) {
  return z.string({ error: 'is missing' }).transform((pem, context): KeyObject => {
    const key = tryRead(pem, read);
    if (key !== null) return key;
    context.addIssue(`must be ${kind}`);
    return z.NEVER;
  });
}

function tryRead(pem: string, read: (pem: string) => KeyObject): KeyObject | null {
  try {
    // A process manager often passes a PEM on one line, with \n spelled out.
    const key = read(pem.replaceAll('\\n', '\n'));
    return key.asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    return null;
  }
}

function describe(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ');
}
