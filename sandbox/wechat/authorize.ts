import { err, ok, type Result } from '../result';
import { type AuthorizeError, type AuthorizeRequest, parseAuthorize } from './authorize-params';
import type { WechatContext } from './context';
import { newOpenid, randomText } from './ids';
import type { User } from './state';

/** What WeChat's browser does with an OAuth address: go on at once, or ask its user first. */
export type Authorization =
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'consent'; readonly request: AuthorizeRequest };

/** `query` is the raw query of the OAuth address. snsapi_base is silent. */
export function beginAuthorization(
  ctx: WechatContext,
  user: User,
  query: string,
): Result<Authorization, AuthorizeError> {
  const request = parseAuthorize(query, ctx.config);
  if (!request.ok) return request;
  if (request.value.scope === 'snsapi_userinfo') return ok({ kind: 'consent', request: request.value });
  return ok({ kind: 'redirect', url: grant(ctx, user, request.value) });
}

/** The address the user's decision leads to: with a code, or after a refusal with the state alone. */
export function decideAuthorization(
  ctx: WechatContext,
  user: User,
  query: string,
  allowed: boolean,
): Result<string, AuthorizeError> {
  const request = parseAuthorize(query, ctx.config);
  if (!request.ok) return err(request.error);
  if (allowed) return ok(grant(ctx, user, request.value));
  return ok(withParams(request.value.redirectUri, { state: request.value.state }));
}

function grant(ctx: WechatContext, user: User, { redirectUri, scope, state }: AuthorizeRequest): string {
  const { runtime, config, store } = ctx;
  const code = randomText(runtime, 32);
  const { snapshot } = user.faults;
  const openid = snapshot ? newOpenid(runtime, config.appId) : user.openid;
  store.record({
    type: 'code.granted',
    at: runtime.now(),
    grant: { code, userId: user.id, openid, scope, snapshot },
  });
  return withParams(redirectUri, { code, state });
}

/** Adds parameters without touching what is there; a fragment stays last. */
function withParams(address: string, params: Readonly<Record<string, string>>): string {
  const [base = '', fragment] = address.split('#', 2);
  const separator = base.includes('?') ? '&' : '?';
  const added = `${base}${separator}${new URLSearchParams(params)}`;
  return fragment === undefined ? added : `${added}#${fragment}`;
}
