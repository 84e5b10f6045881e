import path from 'node:path';
import { parseHops } from '../forwarded.mjs';
import { loadSecrets, type Secrets } from './secrets';
import { chooseSides, type Sides, type Variables } from './sides';
import { StartError } from './start-error';

/** Everything the processes are started with, except the database. */
export interface Settings {
  readonly sides: Sides;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly sandboxPort: number;
  /** As seen from this machine. */
  readonly siteUrl: string;
  /** null when both sides are real: then there is no sandbox. */
  readonly sandboxUrl: string | null;
  readonly site: Variables;
  readonly sandbox: Variables;
}

const DEFAULT_PORT = 3000;
const DEFAULT_SANDBOX_PORT = 4000;

/** Completes what was given with defaults and, for a side without variables, with the sandbox's values. */
export function settle(given: Variables): Settings {
  const sides = chooseSides(given);
  const port = portOf(given, 'PORT', DEFAULT_PORT);
  const sandboxPort = portOf(given, 'SANDBOX_PORT', DEFAULT_SANDBOX_PORT);
  if (port === sandboxPort) throw new StartError(`PORT 和 SANDBOX_PORT 不能都是 ${port}`);
  if (parseHops(given.TRUSTED_PROXY_HOPS) === null) {
    throw new StartError('环境变量 TRUSTED_PROXY_HOPS: 应是 0–9 的整数');
  }
  const dataDir = path.resolve(given.LUFFY_DATA_DIR || '.data');
  const secrets = loadSecrets(dataDir);
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  const host = given.HOST || '127.0.0.1';
  const site = {
    ...given,
    HOST: host,
    PORT: String(port),
    NEXT_TELEMETRY_DISABLED: '1',
    APP_URL: given.APP_URL || `http://127.0.0.1:${port}`,
    AUTH_SECRET: given.AUTH_SECRET || secrets.authSecret,
    ...(sides.alipay === 'sandbox' ? alipayVariables(secrets, sandboxUrl) : {}),
    ...(sides.wechat === 'sandbox' ? wechatVariables(secrets, sandboxUrl) : {}),
  };
  const options = { sandboxPort, dataDir, appUrl: site.APP_URL };
  const sandbox = { ...plain(given), ...sandboxVariables(sides, secrets, options) };
  return {
    sides,
    dataDir,
    host,
    port,
    sandboxPort,
    siteUrl: `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`,
    sandboxUrl: sides.alipay === 'sandbox' || sides.wechat === 'sandbox' ? sandboxUrl : null,
    site,
    sandbox,
  };
}

function portOf(given: Variables, name: string, fallback: number): number {
  const port = Number(given[name] || fallback);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartError(`环境变量 ${name}: 应是 1–65535 的端口号`);
}

function alipayVariables({ alipay }: Secrets, sandboxUrl: string): Variables {
  return {
    ALIPAY_APP_ID: alipay.appId,
    ALIPAY_PRIVATE_KEY: alipay.merchantPrivateKey,
    ALIPAY_PUBLIC_KEY: alipay.alipayPublicKey,
    ALIPAY_SELLER_ID: alipay.sellerId,
    ALIPAY_GATEWAY: `${sandboxUrl}/gateway.do`,
  };
}

function wechatVariables({ wechat }: Secrets, sandboxUrl: string): Variables {
  return {
    WECHAT_APP_ID: wechat.appId,
    WECHAT_APP_SECRET: wechat.appSecret,
    WECHAT_TOKEN: wechat.token,
    WECHAT_ENCODING_AES_KEY: wechat.encodingAesKey,
    WECHAT_API_BASE: `${sandboxUrl}/wechat/api`,
    WECHAT_OPEN_BASE: `${sandboxUrl}/wechat/open`,
    WECHAT_MP_BASE: `${sandboxUrl}/wechat/mp`,
    WECHAT_RES_BASE: `${sandboxUrl}/wechat/res`,
  };
}

// The sandbox is the outside world: it gets its own halves of the keys and nothing of the shop's.
function plain(given: Variables): Variables {
  const shop = /^(ALIPAY|WECHAT)_|^(AUTH_SECRET|DATABASE_URL)$/;
  return Object.fromEntries(Object.entries(given).filter(([name]) => !shop.test(name)));
}

interface SandboxOptions {
  readonly sandboxPort: number;
  readonly dataDir: string;
  readonly appUrl: string;
}

function sandboxVariables(sides: Sides, { alipay, wechat }: Secrets, options: SandboxOptions): Variables {
  return {
    SANDBOX_PORT: String(options.sandboxPort),
    SANDBOX_DATA_DIR: path.join(options.dataDir, 'sandbox'),
    SANDBOX_ALIPAY: sides.alipay === 'sandbox' ? 'on' : 'off',
    SANDBOX_ALIPAY_APP_ID: alipay.appId,
    SANDBOX_ALIPAY_SELLER_ID: alipay.sellerId,
    SANDBOX_ALIPAY_MERCHANT_PUBLIC_KEY: alipay.merchantPublicKey,
    SANDBOX_ALIPAY_PRIVATE_KEY: alipay.alipayPrivateKey,
    SANDBOX_WECHAT: sides.wechat === 'sandbox' ? 'on' : 'off',
    SANDBOX_WECHAT_APP_ID: wechat.appId,
    SANDBOX_WECHAT_APP_SECRET: wechat.appSecret,
    // The one host WeChat sends its users back to. A malformed APP_URL is reported with the site's variables.
    SANDBOX_WECHAT_OAUTH_DOMAINS: URL.canParse(options.appUrl) ? new URL(options.appUrl).hostname : undefined,
    // 服务器配置, which the account keeps on its side too: where it pushes to, and what it signs and encrypts with.
    SANDBOX_WECHAT_EVENTS_URL: URL.canParse(options.appUrl)
      ? new URL('/api/wechat/events', options.appUrl).href
      : undefined,
    SANDBOX_WECHAT_TOKEN: wechat.token,
    SANDBOX_WECHAT_ENCODING_AES_KEY: wechat.encodingAesKey,
  };
}
