import { z } from 'zod';
import type { TokenGrant, WechatOutcome } from './gateway';
import { callWechat } from './http';

const schema = z
  .object({ access_token: z.string().min(1).max(512), expires_in: z.int().positive() })
  .transform((grant): TokenGrant => ({ token: grant.access_token, expiresInSeconds: grant.expires_in }));

/**
 * Asks for the stable access token: the same one until its last 5 minutes, so that asking never invalidates it for others.
 * `forceRefresh` may be used 20 times a day, 30 s apart.
 */
export function fetchStableToken(
  config: { readonly appId: string; readonly secret: string; readonly apiBase: string },
  forceRefresh: boolean,
): Promise<WechatOutcome<TokenGrant>> {
  return callWechat(`${config.apiBase}/cgi-bin/stable_token`, schema, {
    grant_type: 'client_credential',
    appid: config.appId,
    secret: config.secret,
    force_refresh: forceRefresh,
  });
}
