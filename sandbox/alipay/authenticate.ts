import { err, ok, type Result } from '../result';
import { parseBeijing } from './beijing-time';
import type { AlipayConfig } from './config';
import { type GatewayError, refusal, type SubCode } from './gateway-error';
import { isMethod, type Method } from './methods';
import type { Params } from './request';
import { requestContent, verifyRsa2 } from './sign';
import { isWebUrl } from './web-url';

/** A call whose public parameters and signature are in order. */
export interface Call {
  readonly method: Method;
  readonly biz: Readonly<Record<string, unknown>>;
  readonly notifyUrl: string | null;
  readonly returnUrl: string | null;
}

const DAY_MS = 86_400_000;
const URL_MAX = 256;

const REQUIRED: readonly (readonly [string, SubCode])[] = [
  ['sign', 'isv.missing-signature'],
  ['sign_type', 'isv.missing-signature-type'],
  ['timestamp', 'isv.missing-timestamp'],
  ['version', 'isv.missing-version'],
];

/** Checks in the order of the real gateway: method, app, presence, values, signature, and only then the content. */
export function authenticate(params: Params, config: AlipayConfig, now: number): Result<Call, GatewayError> {
  const method = params.get('method') ?? '';
  if (method === '') return err(refusal('isv.missing-method'));
  if (!isMethod(method)) return err(refusal('isv.invalid-method'));
  const bad = checkApp(params, config) ?? checkPublicParams(params, now) ?? checkSignature(params, config);
  if (bad !== null) return err(bad);
  const notifyUrl = readUrl(params, 'notify_url');
  if (!notifyUrl.ok) return notifyUrl;
  const returnUrl = readUrl(params, 'return_url');
  if (!returnUrl.ok) return returnUrl;
  const biz = parseBiz(params.get('biz_content') ?? '');
  if (biz === null) return err(refusal('isv.illegal-json'));
  return ok({ method, biz, notifyUrl: notifyUrl.value, returnUrl: returnUrl.value });
}

function checkApp(params: Params, config: AlipayConfig): GatewayError | null {
  const appId = params.get('app_id') ?? '';
  if (appId === '') return refusal('isv.missing-app-id');
  return appId === config.appId ? null : refusal('isv.invalid-app-id');
}

function checkPublicParams(params: Params, now: number): GatewayError | null {
  const missing = REQUIRED.find(([name]) => (params.get(name) ?? '') === '');
  if (missing !== undefined) return refusal(missing[1]);
  // New apps get RSA2 only; SHA1 would be a downgrade.
  if (params.get('sign_type') !== 'RSA2') return refusal('isv.invalid-signature-type');
  // Without a charset the real gateway assumes GBK, which no caller of this sandbox means.
  if ((params.get('charset') ?? '').toLowerCase() !== 'utf-8') return refusal('isv.invalid-charset');
  if ((params.get('format') ?? 'JSON').toUpperCase() !== 'JSON') return refusal('isv.invalid-format');
  if (params.get('version') !== '1.0') return refusal('isv.invalid-parameter', 'version 固定为 1.0');
  if ((params.get('encrypt_type') ?? '') !== '') return refusal('isv.decryption-error-not-valid-encrypt-key');
  if ((params.get('app_auth_token') ?? '') !== '') return refusal('aop.invalid-app-auth-token');
  const timestamp = parseBeijing(params.get('timestamp') ?? '');
  const fresh = timestamp !== null && Math.abs(now - timestamp) <= DAY_MS;
  return fresh ? null : refusal('isv.invalid-timestamp', '格式为 yyyy-MM-dd HH:mm:ss，与北京时间相差不超过 24 小时');
}

function checkSignature(params: Params, config: AlipayConfig): GatewayError | null {
  const content = requestContent(params);
  if (verifyRsa2(content, params.get('sign') ?? '', config.merchantPublicKey)) return null;
  return refusal('isv.invalid-signature', `网关生成的验签字符串为：${content}`);
}

function readUrl(params: Params, name: string): Result<string | null, GatewayError> {
  const text = params.get(name) ?? '';
  if (text === '') return ok(null);
  return isWebUrl(text, URL_MAX) ? ok(text) : err(refusal('isv.invalid-parameter', `${name} 不是合法的 http(s) 地址`));
}

function parseBiz(text: string): Readonly<Record<string, unknown>> | null {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
