import { err, ok, type Result } from '../result';
import { type ApiError, apiError } from './api-error';
import type { WechatContext } from './context';
import type { TokenKind } from './events';
import { looksLikeAccessToken, newAccessToken } from './ids';
import { beijingDay } from './quotas';

const LIFETIME_MS = 7_200_000;
/** Old and new token both work for so long; a stable token this close to its end is renewed. */
const OVERLAP_MS = 300_000;
const FORCE_PAUSE_MS = 30_000;
const DAILY_LIMIT = { plain: 2000, stable: 20 } as const;

/** A token with the seconds it still works. */
interface Given {
  readonly token: string;
  readonly expiresIn: number;
}

/** `/cgi-bin/token`: always a new token; the one before it works 5 minutes longer at most. */
export function fetchPlainToken(ctx: WechatContext): Result<Given, ApiError> {
  const now = ctx.runtime.now();
  if (issuedToday(ctx, 'plain') >= DAILY_LIMIT.plain) return err(apiError(45009));
  issue(ctx, 'plain', { previousEndsAt: now + OVERLAP_MS, forced: false });
  return ok(give(ctx, 'plain'));
}

/**
 * `/cgi-bin/stable_token`: the same token until its last 5 minutes. A forced refresh ends the old token at once; within
 * 30 s of the one before it refreshes nothing, and after 20 on a day (Beijing) it is refused.
 */
export function fetchStableToken(ctx: WechatContext, force: boolean): Result<Given, ApiError> {
  const now = ctx.runtime.now();
  const current = ctx.store.state.currentToken.stable;
  const lastForced = ctx.store.state.tokenCounts.stable.limited.at(-1);
  const refresh = force && (lastForced === undefined || now - lastForced >= FORCE_PAUSE_MS);
  if (refresh && issuedToday(ctx, 'stable') >= DAILY_LIMIT.stable) return err(apiError(45009));
  if (refresh) issue(ctx, 'stable', { previousEndsAt: now, forced: true });
  else if (current === null || current.endsAt - now <= OVERLAP_MS) {
    issue(ctx, 'stable', { previousEndsAt: now + OVERLAP_MS, forced: false });
  }
  return ok(give(ctx, 'stable'));
}

/** Checks `?access_token=`. Tokens of both endpoints work side by side. */
export function checkAccessToken(ctx: WechatContext, text: string): ApiError | null {
  if (text === '') return apiError(41001);
  const token = ctx.store.state.tokens.get(text);
  if (token === undefined) return apiError(looksLikeAccessToken(text) ? 40001 : 40014);
  if (ctx.runtime.now() < token.endsAt) return null;
  return apiError(token.replaced ? 40001 : 42001);
}

/** The current tokens work no longer: they have expired, or somebody fetched others. */
export function endTokens(ctx: WechatContext, because: 'expired' | 'replaced'): void {
  const at = ctx.runtime.now();
  for (const current of Object.values(ctx.store.state.currentToken)) {
    if (current !== null) ctx.store.record({ type: 'token.ended', at, token: current.token, because });
  }
}

function issue(ctx: WechatContext, kind: TokenKind, how: { previousEndsAt: number; forced: boolean }): void {
  const at = ctx.runtime.now();
  const token = newAccessToken(ctx.runtime);
  ctx.store.record({ type: 'token.issued', at, kind, token, expiresAt: at + LIFETIME_MS, ...how });
}

function give(ctx: WechatContext, kind: TokenKind): Given {
  const now = ctx.runtime.now();
  ctx.store.record({ type: 'token.fetched', at: now, kind });
  const current = ctx.store.state.currentToken[kind];
  if (current === null) throw new Error('a token was given before it was issued');
  return { token: current.token, expiresIn: Math.floor((current.endsAt - now) / 1000) };
}

function issuedToday(ctx: WechatContext, kind: TokenKind): number {
  const today = beijingDay(ctx.runtime.now());
  return ctx.store.state.tokenCounts[kind].limited.filter((at) => beijingDay(at) === today).length;
}
