/** How an errcode is to be treated. Source: the official account's global return codes and each interface's own list. */
export type WechatErrorClass =
  /** The access token is not valid: fetched anew and tried once more. */
  | 'token'
  /** The platform is busy: later. */
  | 'busy'
  /** A quota of the day is used up: after midnight in Beijing. */
  | 'quota'
  /** AppID, secret or IP whitelist are wrong: someone must look. */
  | 'configuration'
  /** What was asked for will never be done. */
  | 'permanent';

export interface WechatRefusal {
  readonly errcode: number;
  readonly errmsg: string;
  readonly class: WechatErrorClass;
}

export type WechatOutcome<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: WechatRefusal }
  /** It never left: it has certainly not happened. */
  | { readonly kind: 'unsent'; readonly reason: string }
  /** No answer, or none that can be read; whether it happened cannot be told. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface OauthUrlInput {
  /** Where WeChat sends the person back, a path of this site. */
  readonly redirectPath: string;
  readonly scope: 'snsapi_base' | 'snsapi_userinfo';
  /** `[a-zA-Z0-9]`, at most 128 bytes. */
  readonly state: string;
}

export interface OauthGrant {
  readonly openid: string;
  readonly accessToken: string;
  /** Gives a new access token without asking the person, for 30 days. */
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
  /** Where a tap on the card leads, a path of this site; null: nowhere. */
  readonly path: string | null;
  /** The platform sends one message per id within 10 minutes. */
  readonly clientMsgId: string;
  /** By field name, within the limits of each field's type. */
  readonly data: Readonly<Record<string, string>>;
}

/** A 订阅通知: let through once for each time the person allowed this template. */
export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** A path of this site; null: nowhere. */
  readonly path: string | null;
  readonly data: Readonly<Record<string, string>>;
}

/** A parametric QR: when it is scanned or followed through, the account is told its scene (1–64 characters). */
export interface NewQr {
  readonly scene: string;
  /** At most 2 592 000 (30 days); null: for good, and counted against 100 000. */
  readonly expiresInSeconds: number | null;
}

export interface CreatedQr {
  /** What the code says. */
  readonly url: string;
  readonly expiresInSeconds: number | null;
}

/** A button of `/cgi-bin/menu/create`, addresses whole. */
export type WechatMenuButton =
  | { readonly type: 'click'; readonly name: string; readonly key: string }
  | { readonly type: 'view'; readonly name: string; readonly url: string }
  | { readonly name: string; readonly sub_button: readonly WechatMenuButton[] };

/** A template the account has chosen from the library. */
export interface OwnTemplate {
  readonly templateId: string;
  readonly title: string;
  /** Lines like `订单编号:{{character_string1.DATA}}`. */
  readonly content: string;
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

/** A page that wants to use the JS-SDK. */
export interface PageToSign {
  /** See `jsapiTicket`. */
  readonly ticket: string;
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  /** Whole, as the browser has it, without its fragment. */
  readonly url: string;
}

/** Nothing here throws: what went wrong is in the outcome. */
export interface WechatGateway {
  readonly appId: string;
  /** What is kept of the openid of someone who left: an HMAC under this site's own key. Pure. */
  readonly hashOpenid: (openid: string) => string;
  /** The whole address of a path of this site, as texts to people carry it. Pure. */
  readonly pageUrl: (path: string) => string;
  /** The address that asks a person who they are. Pure. */
  readonly oauthUrl: (input: OauthUrlInput) => string;
  /** A code works once and for 5 minutes: 40029 invalid, 40163 already used. */
  readonly exchangeCode: (code: string) => Promise<WechatOutcome<OauthGrant>>;
  /** A new grant out of an old one's refresh token; 40030: no longer. */
  readonly refreshGrant: (refreshToken: string) => Promise<WechatOutcome<OauthGrant>>;
  /** `accessToken` is the person's, of a grant with scope snsapi_userinfo. */
  readonly profile: (accessToken: string, openid: string) => Promise<WechatOutcome<WechatProfile>>;
  readonly createQr: (qr: NewQr) => Promise<WechatOutcome<CreatedQr>>;
  /** Whether the person follows the account now. */
  readonly isFollowing: (openid: string) => Promise<WechatOutcome<boolean>>;
  /** Replaces the account's menu; at most 3 buttons with at most 5 below each. */
  readonly createMenu: (buttons: readonly WechatMenuButton[]) => Promise<WechatOutcome<null>>;
  /** What pages are signed with for the JS-SDK: cached and shared like the access token. */
  readonly jsapiTicket: () => Promise<WechatOutcome<string>>;
  /** The signature with which a page may use the JS-SDK. Pure. */
  readonly signPage: (page: PageToSign) => string;
  /** Chosen 订阅通知 templates, in the same shape. */
  readonly listSubscribeTemplates: () => Promise<WechatOutcome<readonly OwnTemplate[]>>;
  readonly listTemplates: () => Promise<WechatOutcome<readonly OwnTemplate[]>>;
  readonly sendText: (openid: string, content: string) => Promise<WechatOutcome<null>>;
  /** The value is the platform's msgid, a 64-bit integer as text. Accepted is not delivered. */
  readonly sendTemplate: (message: TemplateMessage) => Promise<WechatOutcome<string>>;
  /** Accepted is not delivered; the platform gives no number for it. */
  readonly sendSubscribe: (message: SubscribeMessage) => Promise<WechatOutcome<null>>;
}
