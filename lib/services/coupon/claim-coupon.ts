import { ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { refuse, type TakeError } from './refuse';
import { type TakenCopy, takeCopy } from './take-copy';

/** 领取: one copy of a coupon that is offered to everyone. */
export async function claimCoupon(
  ctx: AccountCtx,
  input: { readonly couponId: number },
): Promise<Result<TakenCopy, TakeError>> {
  const taken = await takeCopy(ctx, input);
  return typeof taken === 'string' ? refuse(taken) : ok(taken);
}
