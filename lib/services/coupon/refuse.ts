import { err, type Failure } from '@/lib/errors';
import type { TakeRefusal } from './take-copy';

export type TakeError =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'COUPON_NOT_STARTED'
  | 'COUPON_OVER'
  | 'COUPON_STOPPED'
  | 'COUPON_SOLD_OUT'
  | 'COUPON_LIMIT_REACHED'
  | 'CODE_USED_UP';

/** What nobody may know of is not there. */
const CODES = {
  unknown: 'NOT_FOUND',
  hidden: 'NOT_FOUND',
  disabled: 'FORBIDDEN',
  soon: 'COUPON_NOT_STARTED',
  over: 'COUPON_OVER',
  stopped: 'COUPON_STOPPED',
  sold_out: 'COUPON_SOLD_OUT',
  limit_reached: 'COUPON_LIMIT_REACHED',
  code_used_up: 'CODE_USED_UP',
} as const satisfies Record<TakeRefusal, TakeError>;

export const refuse = (
  refusal: TakeRefusal,
  more: { field?: string } = {},
): { readonly ok: false; readonly error: Failure<TakeError> } => err(CODES[refusal], more);
