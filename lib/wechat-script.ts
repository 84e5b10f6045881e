import 'server-only';
import { env } from './env';

/** The address of WeChat's JS-SDK. */
export const wechatScript = (): string => `${env().WECHAT_RES_BASE}/open/js/jweixin-1.6.0.js`;
