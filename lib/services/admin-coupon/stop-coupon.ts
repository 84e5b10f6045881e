import { eq } from 'drizzle-orm';
import { coupon } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { type CouponWriteError, couponWrite, lockCoupon } from './coupon-write';

/** No more copies, however they would be had. Those in wallets stay good. */
export function stopCoupon(
  ctx: Ctx,
  { id }: { readonly id: number },
): Promise<Result<null, 'NOT_FOUND' | CouponWriteError>> {
  return couponWrite<null, 'NOT_FOUND' | 'CONFLICT'>(ctx, async ({ ctx: txCtx, record, expirePages }) => {
    const locked = await lockCoupon(txCtx, id);
    if (!locked) return err('NOT_FOUND');
    const { rule } = locked;
    if (rule.stoppedAt) return err('CONFLICT', { detail: '这张优惠券已经停发' });
    await txCtx.db.update(coupon).set({ stoppedAt: txCtx.now }).where(eq(coupon.id, rule.id));
    await record(id, 'coupon.stop', { stopped: false }, { stopped: true });
    expirePages([rule.productId]);
    return ok(null);
  });
}
