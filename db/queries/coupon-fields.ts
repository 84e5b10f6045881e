import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../client';
import { coupon, couponFamily } from '../schema';
import { withVersion } from '../with-version';

/** What the form of a coupon edits, with a version: see catalogue-fields.ts. */
const couponFields = withVersion({
  name: coupon.name,
  brief: coupon.brief,
  kind: coupon.kind,
  channel: coupon.channel,
  valueFen: coupon.valueFen,
  minimumFen: coupon.minimumFen,
  offPercent: coupon.offPercent,
  maxDiscountFen: coupon.maxDiscountFen,
  productId: coupon.productId,
  claimFrom: coupon.claimFrom,
  claimUntil: coupon.claimUntil,
  validFrom: coupon.validFrom,
  validUntil: coupon.validUntil,
  validDaysAfterClaim: coupon.validDaysAfterClaim,
  quantity: couponFamily.quantity,
  perAccountLimit: couponFamily.perAccountLimit,
});

/** The current version of a family, as its form shows it. */
export async function readCouponFields(db: Db, familyId: number) {
  const [row] = await db
    .select(couponFields)
    .from(coupon)
    .innerJoin(couponFamily, eq(couponFamily.id, coupon.familyId))
    .where(and(eq(coupon.familyId, familyId), isNull(coupon.supersededAt)));
  return row;
}
