import { err, ok } from '../result';
import type { ApiAnswer, ApiCall, Endpoint } from './api-call';
import { apiError } from './api-error';
import { MP_BASE } from './config';
import type { WechatContext } from './context';
import { checkAppId, checkClient } from './credentials';
import { ACCESS_LIFETIME_SECONDS, checkSession, exchangeCode, refreshSession } from './sessions';
import type { OauthSession, User } from './state';

const common = { method: 'GET', credential: false, quota: null, contentType: 'text/plain' } as const;

/** The endpoints behind web OAuth. Their access tokens are the user's and have nothing to do with the account's. */
export const SNS_ENDPOINTS: readonly Endpoint[] = [
  {
    ...common,
    path: '/sns/oauth2/access_token',
    faults: 'oauth',
    userOf: (ctx, call) => userById(ctx, ctx.store.state.codes.get(call.query('code'))?.userId),
    answer: exchange,
  },
  { ...common, path: '/sns/oauth2/refresh_token', faults: null, userOf: () => null, answer: refresh },
  { ...common, path: '/sns/userinfo', faults: 'oauth', userOf: sessionUser, answer: userinfo },
  {
    ...common,
    path: '/sns/auth',
    faults: null,
    userOf: sessionUser,
    answer(ctx, call) {
      const session = checkSession(ctx, call.query('access_token'), call.query('openid'));
      return session.ok ? ok('{"errcode":0,"errmsg":"ok"}') : session;
    },
  },
];

function exchange(ctx: WechatContext, call: ApiCall): ApiAnswer {
  const refused = checkClient(ctx.config, call.query('appid'), call.query('secret'));
  if (refused !== null) return err(refused);
  if (call.query('code') === '') return err(apiError(41008));
  if (call.query('grant_type') !== 'authorization_code') return err(apiError(40002));
  const session = exchangeCode(ctx, call.query('code'));
  return session.ok ? ok(sessionText(ctx, session.value)) : session;
}

function refresh(ctx: WechatContext, call: ApiCall): ApiAnswer {
  const refused = checkAppId(ctx.config, call.query('appid'));
  if (refused !== null) return err(refused);
  if (call.query('grant_type') !== 'refresh_token') return err(apiError(40002));
  if (call.query('refresh_token') === '') return err(apiError(41003));
  const session = refreshSession(ctx, call.query('refresh_token'));
  return session.ok ? ok(sessionText(ctx, session.value)) : session;
}

function sessionText(ctx: WechatContext, { accessToken, refreshToken, grant }: OauthSession): string {
  const unionid = userById(ctx, grant.userId)?.unionid ?? null;
  return JSON.stringify({
    access_token: accessToken,
    expires_in: ACCESS_LIFETIME_SECONDS,
    refresh_token: refreshToken,
    openid: grant.openid,
    scope: grant.scope,
    ...(grant.snapshot ? { is_snapshotuser: 1 } : {}),
    ...(grant.scope === 'snsapi_userinfo' && unionid !== null && !grant.snapshot ? { unionid } : {}),
  });
}

/** Since 2021 sex and place are empty. */
function userinfo(ctx: WechatContext, call: ApiCall): ApiAnswer {
  const session = checkSession(ctx, call.query('access_token'), call.query('openid'));
  if (!session.ok) return session;
  const { grant } = session.value;
  const user = userById(ctx, grant.userId);
  if (user === null || grant.snapshot || grant.scope !== 'snsapi_userinfo') return err(apiError(48001));
  const { openid, nickname, unionid } = user;
  return ok(
    JSON.stringify({
      openid,
      nickname,
      sex: 0,
      language: '',
      city: '',
      province: '',
      country: '',
      headimgurl: `${call.origin}${MP_BASE}/mmopen/${user.id}/132`,
      privilege: [],
      ...(unionid === null ? {} : { unionid }),
    }),
  );
}

function sessionUser(ctx: WechatContext, call: ApiCall): User | null {
  return userById(ctx, ctx.store.state.sessions.get(call.query('access_token'))?.grant.userId);
}

function userById(ctx: WechatContext, id: string | undefined): User | null {
  return ctx.store.state.users.get(id ?? '') ?? null;
}
