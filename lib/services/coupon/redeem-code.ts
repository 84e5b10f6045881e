import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { couponCodeFailureKeys } from '../throttle/failure-keys';
import { isThrottled } from '../throttle/is-throttled';
import { recordFailure } from '../throttle/record-failure';
import { refuse, type TakeError } from './refuse';
import { type TakenCopy, takeCopy } from './take-copy';

/**
 * 兑换: one copy of what a code stands for. Codes that mean nothing count as guesses. `address`: where the request came
 * from.
 */
export async function redeemCode(
  ctx: AccountCtx,
  input: { readonly code: string; readonly address: string },
): Promise<Result<TakenCopy, TakeError | 'CODE_WRONG' | 'THROTTLED'>> {
  const keys = couponCodeFailureKeys(ctx.actor.id, input.address);
  if (await isThrottled(ctx, keys)) return err('THROTTLED');
  const taken = await takeCopy(ctx, { code: input.code });
  if (typeof taken !== 'string') return ok(taken);
  if (taken !== 'unknown' && taken !== 'hidden') return refuse(taken, { field: 'voucher' });
  const counted = await recordFailure(ctx, keys);
  return counted === 'throttled' ? err('THROTTLED') : err('CODE_WRONG', { field: 'voucher' });
}
