import { err, ok, type Result } from '../result';
import { type ApiAnswer, type ApiCall, type Endpoint, JSON_TYPE } from './api-call';
import { type ApiError, apiError } from './api-error';
import type { WechatContext } from './context';
import { checkClient } from './credentials';
import { fetchPlainToken, fetchStableToken } from './tokens';

const common = { credential: false, quota: null, contentType: JSON_TYPE, faults: null, userOf: () => null } as const;

/** The account's own access token, in both of its forms. */
export const TOKEN_ENDPOINTS: readonly Endpoint[] = [
  {
    ...common,
    path: '/cgi-bin/token',
    method: 'GET',
    answer: (ctx, call) => guarded(ctx, call.query, () => fetchPlainToken(ctx)),
  },
  {
    ...common,
    path: '/cgi-bin/stable_token',
    method: 'POST',
    answer: (ctx, call) => guarded(ctx, textOf(call), () => fetchStableToken(ctx, call.body.force_refresh === true)),
  },
];

function guarded(
  ctx: WechatContext,
  read: (name: string) => string,
  fetchToken: () => Result<{ readonly token: string; readonly expiresIn: number }, ApiError>,
): ApiAnswer {
  if (read('grant_type') !== 'client_credential') return err(apiError(40002));
  const refused = checkClient(ctx.config, read('appid'), read('secret'));
  if (refused !== null) return err(refused);
  const given = fetchToken();
  if (!given.ok) return given;
  return ok(JSON.stringify({ access_token: given.value.token, expires_in: given.value.expiresIn }));
}

function textOf(call: ApiCall): (name: string) => string {
  return (name) => {
    const value = call.body[name];
    return typeof value === 'string' ? value : '';
  };
}
