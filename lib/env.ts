import { z } from 'zod';
import { readPrivateKey, readPublicKey } from './gateways/alipay/keys';

const url = z.url({ protocol: /^https?$/, error: '应是 http(s):// 开头的网址' });
const text = z.string({ error: '缺少此变量' }).min(1, '不能为空');

const key = (read: (value: string) => string | null, what: string) =>
  text.transform((value, context) => {
    const pem = read(value);
    if (pem) return pem;
    context.addIssue({ code: 'custom', message: `不是可用的 RSA ${what}（PEM 或密钥工具生成的 base64）` });
    return z.NEVER;
  });

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
const POOL = '应是 1–100 的整数';

/** Every variable the site and the worker read. See .env.example. */
const envSchema = z.object({
  APP_URL: url.transform((value) => value.replace(/\/+$/, '')),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: '应是 postgres:// 开头的连接串' }),
  AUTH_SECRET: text.min(32, '至少 32 个字符'),
  ALIPAY_APP_ID: text.regex(/^\d{16,32}$/, '应是支付宝应用的 16 位以上数字 APPID'),
  ALIPAY_PRIVATE_KEY: key(readPrivateKey, '私钥'),
  ALIPAY_PUBLIC_KEY: key(readPublicKey, '公钥'),
  ALIPAY_SELLER_ID: text.regex(/^2088\d{12}$/, '应是 2088 开头的 16 位商户号'),
  ALIPAY_GATEWAY: url,
  WECHAT_APP_ID: text.regex(/^wx[0-9a-f]{16}$/, '应是 wx 开头的 18 位 AppID'),
  WECHAT_APP_SECRET: text.regex(/^[0-9a-f]{32}$/, '应是 32 位 AppSecret'),
  WECHAT_TOKEN: text.regex(/^[A-Za-z0-9]{3,32}$/, '应是 3–32 位字母或数字'),
  WECHAT_ENCODING_AES_KEY: text.regex(/^[A-Za-z0-9]{43}$/, '应是 43 位字母或数字'),
  WECHAT_API_BASE: url.default('https://api.weixin.qq.com'),
  WECHAT_OPEN_BASE: url.default('https://open.weixin.qq.com'),
  WECHAT_MP_BASE: url.default('https://mp.weixin.qq.com'),
  WECHAT_RES_BASE: url.default('https://res.wx.qq.com'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `应是 ${LOG_LEVELS.join('、')} 之一` }).default('info'),
  DATABASE_POOL: z.coerce.number(POOL).int(POOL).min(1, POOL).max(100, POOL).default(10),
});

export type Env = z.infer<typeof envSchema>;

/** Thrown with one line for each bad variable, naming it; the values are never shown. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

export function parseEnv(source: Record<string, string | undefined>): Env {
  // A variable that is set but empty counts as missing: that is what an empty line in .env means.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `环境变量 ${issue.path.join('.')}: ${issue.message}`);
  throw new EnvError([...new Set(lines)].join('\n'));
}

let cached: Env | undefined;

/** The environment, read once, at first use: a build needs no secret. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
