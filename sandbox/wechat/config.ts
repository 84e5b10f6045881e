/** The one service account (服务号) this sandbox serves. */
export interface WechatConfig {
  readonly appId: string;
  readonly appSecret: string;
  /** 网页授权域名: the hosts an OAuth redirect may lead to; without a port, every port of that host. */
  readonly oauthDomains: readonly string[];
  /** 服务器配置: whom the account tells what its followers do; null: nobody. */
  readonly server: EventServer | null;
  /** Multiplies the waits before a retry and before the news of a sent template message. */
  readonly timeScale: number;
}

export interface EventServer {
  readonly url: string;
  readonly token: string;
  /** 43 characters: the base64 of 32 bytes without its `=`. */
  readonly encodingAesKey: string;
}

/** The account as its followers see it. */
export const ACCOUNT = {
  name: '路飞学城',
  intro: '路飞学城服务号：支付、报名和课程通知都从这里发出。',
} as const;

/** Stand for api.weixin.qq.com, open.weixin.qq.com, mp.weixin.qq.com and res.wx.qq.com. */
export const API_BASE = '/wechat/api';
export const OPEN_BASE = '/wechat/open';
export const MP_BASE = '/wechat/mp';
export const RES_BASE = '/wechat/res';
/** The addresses in the account's own QR code, and in its parametric ones. */
export const ACCOUNT_PATH = `${MP_BASE}/r`;
export const QR_PATH = `${MP_BASE}/q`;
