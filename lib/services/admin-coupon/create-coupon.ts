import { coupon, couponFamily } from '@/db/schema';
import type { CouponTerms } from '@/lib/domain/coupon-terms';
import { ok, type Result } from '@/lib/errors';
import { inserted } from '../admin-catalogue/inserted';
import type { Ctx } from '../ctx';
import { type CouponWriteError, couponWrite } from './coupon-write';

/** A new coupon, the first version of a new family; given away from its first day of claiming on. Gives the family's id. */
export function createCoupon(ctx: Ctx, terms: CouponTerms): Promise<Result<number, CouponWriteError>> {
  return couponWrite(ctx, async ({ ctx: { db, now }, record, expirePages }) => {
    const { quantity, perAccountLimit, ...rule } = terms;
    const family = inserted(
      await db.insert(couponFamily).values({ quantity, perAccountLimit }).returning({ id: couponFamily.id }),
    );
    await db.insert(coupon).values({ ...rule, familyId: family.id, createdAt: now });
    await record(family.id, 'coupon.create', null, { ...terms });
    expirePages([terms.productId]);
    return ok(family.id);
  });
}
