import type { Grant, LoggedCall, MessageContent, TokenKind, WechatEvent, WindowKind } from './events';
import { type Faults, NO_FAULTS } from './faults';
import { openWindow, type ReplyWindow } from './windows';

export type ChatEntry =
  | { readonly from: 'user'; readonly at: number; readonly text: string }
  | { readonly from: 'account'; readonly at: number; readonly msgid: string; readonly content: MessageContent };

export interface User {
  readonly id: string;
  readonly nickname: string;
  readonly openid: string;
  readonly unionid: string | null;
  readonly createdAt: number;
  /** Epoch ms; null while not following. */
  followedAt: number | null;
  faults: Faults;
  readonly windows: Map<WindowKind, ReplyWindow>;
  readonly chat: ChatEntry[];
  unread: number;
  /** The newest calls that concerned this user, oldest first. */
  calls: readonly LoggedCall[];
}

export interface AccessToken {
  readonly kind: TokenKind;
  readonly token: string;
  endsAt: number;
  /** A newer one took its place: past endsAt it is "not latest" instead of "expired". */
  replaced: boolean;
}

export interface CodeGrant extends Grant {
  readonly at: number;
  used: boolean;
}

export interface OauthSession {
  readonly grant: CodeGrant;
  readonly refreshToken: string;
  readonly startedAt: number;
  accessToken: string;
  accessGivenAt: number;
}

interface TokenCounts {
  /** Successful calls of the endpoint, ever. */
  fetched: number;
  /** Different tokens those calls were given. */
  issued: number;
  /** Issue times that count towards a daily limit: every plain one, forced stable ones. */
  limited: number[];
}

export interface State {
  readonly users: Map<string, User>;
  /** openid → user id. */
  readonly openids: Map<string, string>;
  readonly tokens: Map<string, AccessToken>;
  readonly currentToken: Record<TokenKind, AccessToken | null>;
  readonly tokenCounts: Record<TokenKind, TokenCounts>;
  readonly codes: Map<string, CodeGrant>;
  /** Web access token → session, refresh token → session. */
  readonly sessions: Map<string, OauthSession>;
  readonly refreshable: Map<string, OauthSession>;
}

const CALLS_KEPT = 200;

export function emptyState(): State {
  const counts = (): TokenCounts => ({ fetched: 0, issued: 0, limited: [] });
  return {
    users: new Map(),
    openids: new Map(),
    tokens: new Map(),
    currentToken: { plain: null, stable: null },
    tokenCounts: { plain: counts(), stable: counts() },
    codes: new Map(),
    sessions: new Map(),
    refreshable: new Map(),
  };
}

/** Folds one event in. It never decides: what is in the journal has happened. */
export function applyEvent(state: State, event: WechatEvent): void {
  switch (event.type) {
    case 'user.created':
      createUser(state, event);
      return;
    case 'token.issued':
      issueToken(state, event);
      return;
    case 'token.fetched':
      state.tokenCounts[event.kind].fetched += 1;
      return;
    case 'token.ended':
      endToken(known(state.tokens, event.token), event.at, event.because === 'replaced');
      return;
    case 'code.granted':
      state.codes.set(event.grant.code, { ...event.grant, at: event.at, used: false });
      return;
    case 'code.used':
      startSession(state, event);
      return;
    case 'oauth.refreshed':
      refreshSession(state, event);
      return;
    default:
      changeUser(known(state.users, event.userId), event);
  }
}

type UserEvent = Extract<WechatEvent, { userId: string }>;

function changeUser(user: User, event: UserEvent): void {
  switch (event.type) {
    case 'user.followed':
      user.followedAt = event.at;
      user.windows.set('follow', openWindow('follow', event.at));
      return;
    case 'user.unfollowed':
      user.followedAt = null;
      user.windows.clear();
      return;
    case 'user.scanned':
      user.windows.set('scan', openWindow('scan', event.at));
      return;
    case 'user.said':
      user.windows.set('text', openWindow('text', event.at));
      user.chat.push({ from: 'user', at: event.at, text: event.text });
      return;
    case 'user.read':
      user.unread = 0;
      return;
    case 'user.faults':
      user.faults = event.faults;
      return;
    case 'user.called':
      user.calls = [...user.calls.slice(1 - CALLS_KEPT), event.call];
      return;
    case 'message.sent':
      deliver(user, event);
  }
}

function createUser(state: State, { user, at }: Extract<WechatEvent, { type: 'user.created' }>): void {
  state.openids.set(user.openid, user.id);
  state.users.set(user.id, {
    ...user,
    createdAt: at,
    followedAt: null,
    faults: NO_FAULTS,
    windows: new Map(),
    chat: [],
    unread: 0,
    calls: [],
  });
}

function deliver(user: User, { at, msgid, content }: Extract<WechatEvent, { type: 'message.sent' }>): void {
  user.chat.push({ from: 'account', at, msgid, content });
  user.unread += 1;
  if (content.kind === 'text') known(user.windows, content.window).left -= 1;
}

function issueToken(state: State, event: Extract<WechatEvent, { type: 'token.issued' }>): void {
  const previous = state.currentToken[event.kind];
  if (previous !== null) endToken(previous, event.previousEndsAt, true);
  const token = { kind: event.kind, token: event.token, endsAt: event.expiresAt, replaced: false };
  state.tokens.set(event.token, token);
  state.currentToken[event.kind] = token;
  const counts = state.tokenCounts[event.kind];
  counts.issued += 1;
  if (event.kind === 'plain' || event.forced) counts.limited.push(event.at);
}

/** Only a token cut short is "not latest" afterwards: one that ran its time is simply expired. */
function endToken(token: AccessToken, at: number, replaced: boolean): void {
  if (at >= token.endsAt) return;
  token.endsAt = at;
  token.replaced = replaced;
}

function startSession(state: State, event: Extract<WechatEvent, { type: 'code.used' }>): void {
  const grant = known(state.codes, event.code);
  grant.used = true;
  const { at, accessToken, refreshToken } = event;
  const session = { grant, refreshToken, startedAt: at, accessToken, accessGivenAt: at };
  state.sessions.set(accessToken, session);
  state.refreshable.set(refreshToken, session);
}

function refreshSession(state: State, event: Extract<WechatEvent, { type: 'oauth.refreshed' }>): void {
  const session = known(state.refreshable, event.refreshToken);
  session.accessToken = event.accessToken;
  session.accessGivenAt = event.at;
  state.sessions.set(event.accessToken, session);
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the journal speaks of ${String(key)}, which it never created`);
  return value;
}
