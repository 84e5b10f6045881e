import { StartError } from './start-error';

export type Variables = Record<string, string | undefined>;
/** Where a side of the outside world is: the real service, or our own sandbox. */
type Side = 'real' | 'sandbox';
export interface Sides {
  readonly alipay: Side;
  readonly wechat: Side;
}

const ALIPAY = {
  required: ['ALIPAY_APP_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY', 'ALIPAY_SELLER_ID', 'ALIPAY_GATEWAY'],
  optional: [],
} as const;

const WECHAT = {
  required: ['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WECHAT_TOKEN', 'WECHAT_ENCODING_AES_KEY'],
  optional: ['WECHAT_API_BASE', 'WECHAT_OPEN_BASE', 'WECHAT_MP_BASE', 'WECHAT_RES_BASE'],
} as const;

/** A side is real when its variables are given; half a set is a mistake. */
export function chooseSides(given: Variables): Sides {
  return { alipay: side('支付宝', ALIPAY, given), wechat: side('微信', WECHAT, given) };
}

/** Accounts with published passwords exist only where no real money or message can move. */
export const isDemo = (sides: Sides): boolean => sides.alipay === 'sandbox' && sides.wechat === 'sandbox';

interface VariableSet {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

function side(title: string, set: VariableSet, given: Variables): Side {
  if (![...set.required, ...set.optional].some((name) => given[name])) return 'sandbox';
  const missing = set.required.filter((name) => !given[name]);
  if (missing.length === 0) return 'real';
  throw new StartError(`${title}的环境变量不完整，缺少 ${missing.join('、')}（全部留空则使用沙箱）`);
}
