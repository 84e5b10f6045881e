import { z } from 'zod';
import type { OauthGrant, OauthUrlInput, WechatOutcome, WechatProfile } from './gateway';
import { callWechat } from './http';

interface OauthConfig {
  readonly appId: string;
  readonly secret: string;
  readonly siteUrl: string;
  readonly apiBase: string;
  readonly openBase: string;
}

const grantSchema = z
  .object({
    access_token: z.string().min(1),
    refresh_token: z.string().min(1),
    openid: z.string().min(1),
    unionid: z.string().optional(),
    is_snapshotuser: z.int().optional(),
  })
  .transform(
    (grant): OauthGrant => ({
      openid: grant.openid,
      accessToken: grant.access_token,
      refreshToken: grant.refresh_token,
      unionid: grant.unionid ?? null,
      isSnapshot: grant.is_snapshotuser === 1,
    }),
  );

const profileSchema = z
  .object({
    openid: z.string().min(1),
    nickname: z.string(),
    headimgurl: z.string().optional(),
    unionid: z.string().optional(),
  })
  .transform(
    (profile): WechatProfile => ({
      openid: profile.openid,
      nickname: profile.nickname,
      avatarUrl: profile.headimgurl || null,
      unionid: profile.unionid ?? null,
    }),
  );

/** The platform enforces this order of parameters and the fragment (网页授权, step 1). */
export function oauthUrl(config: OauthConfig, { redirectPath, scope, state }: OauthUrlInput): string {
  if (!/^[a-zA-Z0-9]{1,128}$/.test(state)) throw new Error('state must be 1–128 letters and digits');
  return (
    `${config.openBase}/connect/oauth2/authorize?appid=${config.appId}` +
    `&redirect_uri=${encodeURIComponent(config.siteUrl + redirectPath)}&response_type=code` +
    `&scope=${scope}&state=${state}#wechat_redirect`
  );
}

/** 网页授权, step 2. */
export function exchangeCode(config: OauthConfig, code: string): Promise<WechatOutcome<OauthGrant>> {
  const query = new URLSearchParams([
    ['appid', config.appId],
    ['secret', config.secret],
    ['code', code],
    ['grant_type', 'authorization_code'],
  ]);
  return callWechat(`${config.apiBase}/sns/oauth2/access_token?${query}`, grantSchema);
}

/** 网页授权, step 3: without asking the person again. */
export function refreshGrant(config: OauthConfig, refreshToken: string): Promise<WechatOutcome<OauthGrant>> {
  const query = new URLSearchParams([
    ['appid', config.appId],
    ['grant_type', 'refresh_token'],
    ['refresh_token', refreshToken],
  ]);
  return callWechat(`${config.apiBase}/sns/oauth2/refresh_token?${query}`, grantSchema);
}

/** 网页授权, step 4. */
export function fetchProfile(
  config: OauthConfig,
  accessToken: string,
  openid: string,
): Promise<WechatOutcome<WechatProfile>> {
  const query = new URLSearchParams([
    ['access_token', accessToken],
    ['openid', openid],
    ['lang', 'zh_CN'],
  ]);
  return callWechat(`${config.apiBase}/sns/userinfo?${query}`, profileSchema);
}
