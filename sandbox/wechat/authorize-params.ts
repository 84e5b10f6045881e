import { err, ok, type Result } from '../result';
import type { WechatConfig } from './config';

/** A well-formed call of /connect/oauth2/authorize. */
export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly scope: 'snsapi_base' | 'snsapi_userinfo';
  readonly state: string;
}

/** What the error page says; the numbers are those the real page shows. */
const REFUSALS = {
  '10003': 'redirect_uri域名与后台配置不一致',
  '10005': '此公众号并没有这些scope的权限',
  '10010': 'scope不能为空',
  '10011': 'redirect_uri不能为空',
  '10012': 'appid不能为空',
  '10013': 'state不能为空',
  appid: 'AppID参数错误',
  order: '链接参数的顺序必须是 appid、redirect_uri、response_type、scope、state',
  state: 'state 只能是 128 字节以内的字母和数字',
} as const;

export type AuthorizeError = keyof typeof REFUSALS;

export function refusalText(error: AuthorizeError): string {
  return /^\d/.test(error) ? `${REFUSALS[error]}，错误码:${error}` : REFUSALS[error];
}

// What may follow state: forcePopup, forceSnapShot, connect_redirect.
const ORDER = /^appid=[^&]*&redirect_uri=[^&]*&response_type=code&scope=[^&]*&state=[^&]*(?:&.*)?$/;
const MAX_STATE = /^[a-zA-Z0-9]{1,128}$/;

const REQUIRED = [
  ['appid', '10012'],
  ['redirect_uri', '10011'],
  ['scope', '10010'],
  ['state', '10013'],
] as const;

/**
 * `query` is the raw text behind the question mark: the real server matches it against one fixed form. The fragment
 * `#wechat_redirect` stays in the browser, so no server can check it.
 */
export function parseAuthorize(query: string, config: WechatConfig): Result<AuthorizeRequest, AuthorizeError> {
  const params = new URLSearchParams(query);
  const missing = REQUIRED.find(([name]) => (params.get(name) ?? '') === '');
  if (missing !== undefined) return err(missing[1]);
  if (!ORDER.test(query)) return err('order');
  if (params.get('appid') !== config.appId) return err('appid');
  const scope = params.get('scope');
  if (scope !== 'snsapi_base' && scope !== 'snsapi_userinfo') return err('10005');
  const redirectUri = params.get('redirect_uri') ?? '';
  if (!isAllowed(redirectUri, config.oauthDomains)) return err('10003');
  const state = params.get('state') ?? '';
  return MAX_STATE.test(state) ? ok({ redirectUri, scope, state }) : err('state');
}

function isAllowed(redirectUri: string, domains: readonly string[]): boolean {
  if (!/^https?:\/\//i.test(redirectUri) || !URL.canParse(redirectUri)) return false;
  const { host, hostname } = new URL(redirectUri);
  return domains.includes(host) || domains.includes(hostname);
}
