import { err, ok, type Result } from '../result';
import { type ApiError, apiError } from './api-error';
import type { WechatContext } from './context';
import { newAccessToken } from './ids';
import type { OauthSession } from './state';

const CODE_LIFETIME_MS = 300_000;
const ACCESS_LIFETIME_MS = 7_200_000;
const REFRESH_LIFETIME_MS = 30 * 86_400_000;
export const ACCESS_LIFETIME_SECONDS = ACCESS_LIFETIME_MS / 1000;

/** A code works once, for 5 minutes. */
export function exchangeCode(ctx: WechatContext, code: string): Result<OauthSession, ApiError> {
  const at = ctx.runtime.now();
  const grant = ctx.store.state.codes.get(code);
  if (grant === undefined) return err(apiError(40029));
  if (grant.used) return err(apiError(40163));
  if (at - grant.at >= CODE_LIFETIME_MS) return err(apiError(40029));
  const accessToken = newAccessToken(ctx.runtime);
  const refreshToken = newAccessToken(ctx.runtime);
  ctx.store.record({ type: 'code.used', at, code, accessToken, refreshToken });
  return ok(sessionOf(ctx, accessToken));
}

/** Gives a token that still works its two hours again; one that has expired is replaced. */
export function refreshSession(ctx: WechatContext, refreshToken: string): Result<OauthSession, ApiError> {
  const at = ctx.runtime.now();
  const session = ctx.store.state.refreshable.get(refreshToken);
  if (session === undefined) return err(apiError(40030));
  if (at - session.startedAt >= REFRESH_LIFETIME_MS) return err(apiError(42002));
  const accessToken = isExpired(session, at) ? newAccessToken(ctx.runtime) : session.accessToken;
  ctx.store.record({ type: 'oauth.refreshed', at, refreshToken, accessToken });
  return ok(session);
}

/** The session of a web access token that belongs to `openid`. */
export function checkSession(ctx: WechatContext, accessToken: string, openid: string): Result<OauthSession, ApiError> {
  if (accessToken === '') return err(apiError(41001));
  if (openid === '') return err(apiError(41009));
  const session = ctx.store.state.sessions.get(accessToken);
  if (session === undefined || session.accessToken !== accessToken) return err(apiError(40001));
  if (isExpired(session, ctx.runtime.now())) return err(apiError(42001));
  return session.grant.openid === openid ? ok(session) : err(apiError(40003));
}

function isExpired(session: OauthSession, now: number): boolean {
  return now - session.accessGivenAt >= ACCESS_LIFETIME_MS;
}

function sessionOf(ctx: WechatContext, accessToken: string): OauthSession {
  const session = ctx.store.state.sessions.get(accessToken);
  if (session === undefined) throw new Error('a code was used without starting a session');
  return session;
}
