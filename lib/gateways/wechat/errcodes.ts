import type { WechatErrorClass } from './gateway';

const TOKEN = new Set([40001, 40014, 42001]);
const BUSY = new Set([-1, 45011, 40241]);
const QUOTA = new Set([45009]);
const CONFIGURATION = new Set([40013, 40125, 40164, 41002, 41004, 48001, 50002]);

/** Unlisted codes are permanent: sending again what was refused for a reason we do not know would only repeat it. */
export function classOf(errcode: number): WechatErrorClass {
  if (TOKEN.has(errcode)) return 'token';
  if (BUSY.has(errcode)) return 'busy';
  if (QUOTA.has(errcode)) return 'quota';
  if (CONFIGURATION.has(errcode)) return 'configuration';
  return 'permanent';
}
