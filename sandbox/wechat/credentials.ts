import { type ApiError, apiError } from './api-error';
import type { WechatConfig } from './config';

/** Checks an appid with its secret; '' stands for a missing one. */
export function checkClient(config: WechatConfig, appId: string, secret: string): ApiError | null {
  const bad = checkAppId(config, appId);
  if (bad !== null) return bad;
  if (secret === '') return apiError(41004);
  return secret === config.appSecret ? null : apiError(40125);
}

export function checkAppId(config: WechatConfig, appId: string): ApiError | null {
  if (appId === '') return apiError(41002);
  return appId === config.appId ? null : apiError(40013);
}
