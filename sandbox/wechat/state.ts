import type {
  Grant,
  LoggedCall,
  Menu,
  MessageContent,
  PushAttempt,
  QrCode,
  QueuedPush,
  Scene,
  TokenKind,
  WindowKind,
} from './events';
import type { Faults } from './faults';
import type { PushMode } from './push-modes';
import { newQuotas, type Quota, type QuotaKind } from './quotas';
import type { ReplyWindow } from './windows';

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
  /** Of the QR code by which the user last followed. */
  followScene: Scene | null;
  faults: Faults;
  readonly windows: Map<WindowKind, ReplyWindow>;
  readonly chat: ChatEntry[];
  unread: number;
  /** How many 订阅通知 of each template may still come. */
  readonly permits: Map<string, number>;
  /** The newest calls that concerned this user, oldest first. */
  calls: readonly LoggedCall[];
  /** The newest pushes about this user, oldest first. */
  pushes: readonly Push[];
}

export interface Push extends QueuedPush {
  readonly attempts: PushAttempt[];
  /** Epoch ms of the next attempt; null: over. */
  nextAt: number | null;
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
  /** By the key in their address. */
  readonly qrCodes: Map<string, QrCode>;
  readonly codes: Map<string, CodeGrant>;
  /** Web access token → session, refresh token → session. */
  readonly sessions: Map<string, OauthSession>;
  readonly refreshable: Map<string, OauthSession>;
  /** The permanent ones by their scene. */
  readonly permanentQrs: Map<Scene, QrCode>;
  /** null: the account has none. */
  menu: Menu | null;
  /** Oldest first; the last is the one given out. */
  readonly jsapiTickets: { readonly ticket: string; readonly expiresAt: number }[];
  readonly quotas: Record<QuotaKind, Quota>;
  /** By path. */
  readonly callFaults: Map<string, Faults>;
  pushMode: PushMode;
  /** Those that are not over, by id. */
  readonly openPushes: Map<string, Push>;
}

export function emptyState(): State {
  const counts = (): TokenCounts => ({ fetched: 0, issued: 0, limited: [] });
  return {
    users: new Map(),
    openids: new Map(),
    tokens: new Map(),
    currentToken: { plain: null, stable: null },
    tokenCounts: { plain: counts(), stable: counts() },
    qrCodes: new Map(),
    codes: new Map(),
    sessions: new Map(),
    refreshable: new Map(),
    permanentQrs: new Map(),
    menu: null,
    jsapiTickets: [],
    quotas: newQuotas(),
    callFaults: new Map(),
    pushMode: 'safe',
    openPushes: new Map(),
  };
}
