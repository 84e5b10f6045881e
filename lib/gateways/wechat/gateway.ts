/** How an errcode is to be treated. Source: the official account's global return codes and each interface's own list. */
export type WechatErrorClass =
  /** The access token is not valid: fetched anew and tried once more. */
  | 'token'
  /** The platform is busy: later. */
  | 'busy'
  /** A quota is used up: later, a day's after midnight in Beijing. */
  | 'quota'
  /** AppID, secret or IP whitelist are wrong: someone must look. */
  | 'configuration'
  /** This message will never go. */
  | 'permanent';

export interface WechatRefusal {
  readonly errcode: number;
  readonly errmsg: string;
  readonly class: WechatErrorClass;
}

/** unknown: no answer, or none that can be read; whether it happened cannot be told. */
export type WechatOutcome<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: WechatRefusal }
  | { readonly kind: 'unknown'; readonly reason: string };

export type OauthScope = 'snsapi_base' | 'snsapi_userinfo';

export interface OauthUrlInput {
  readonly redirectUri: string;
  readonly scope: OauthScope;
  /** `[a-zA-Z0-9]`, at most 128 bytes. */
  readonly state: string;
}

export interface OauthGrant {
  readonly openid: string;
  readonly scope: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly unionid: string | null;
  /** A 快照页: the openid is not a person's and must not become an account. */
  readonly isSnapshot: boolean;
}

export interface WechatProfile {
  readonly openid: string;
  readonly nickname: string;
  readonly avatarUrl: string | null;
  readonly unionid: string | null;
}

export interface TemplateMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Where a tap on the card leads; null: nowhere. */
  readonly url: string | null;
  /** The platform sends one message per id within 10 minutes. */
  readonly clientMsgId: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface TokenGrant {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** Where the shared access token comes from: one per app, whatever the number of processes. */
export interface TokenSource {
  readonly current: () => Promise<WechatOutcome<string>>;
  /** After the platform refused `stale`: a newer one, fetched once however many ask. */
  readonly renew: (stale: string) => Promise<WechatOutcome<string>>;
}

export interface WechatGateway {
  readonly appId: string;
  /** The address a binding QR holds. Pure. */
  readonly oauthUrl: (input: OauthUrlInput) => string;
  readonly exchangeCode: (code: string) => Promise<WechatOutcome<OauthGrant>>;
  readonly refreshGrant: (refreshToken: string) => Promise<WechatOutcome<OauthGrant>>;
  readonly profile: (accessToken: string, openid: string) => Promise<WechatOutcome<WechatProfile>>;
  readonly sendText: (openid: string, content: string) => Promise<WechatOutcome<null>>;
  /** The value is the platform's msgid: a 64-bit integer, kept as text. Accepted is not delivered. */
  readonly sendTemplate: (message: TemplateMessage) => Promise<WechatOutcome<string>>;
}
