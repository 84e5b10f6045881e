import { coupon, couponFamily } from '@/db/schema';
import type { AuditState } from '@/lib/domain/audit';
import type { CouponInput } from '@/lib/domain/coupon-form';
import type { CouponTerms } from '@/lib/domain/coupon-terms';
import { ok, type Result } from '@/lib/errors';
import { inserted } from '../admin-catalogue/inserted';
import type { Ctx } from '../ctx';
import { type CouponWriteError, couponWrite, termsOf } from './coupon-write';

/** A new coupon, the first version of a new family; given away from its first day of claiming on. Gives the family's id. */
export function createCoupon(
  ctx: Ctx,
  input: CouponInput,
): Promise<Result<number, 'INVALID_INPUT' | CouponWriteError>> {
  return couponWrite<number, 'INVALID_INPUT'>(ctx, async ({ ctx: txCtx, record, expirePages }) => {
    const { db, now } = txCtx;
    const terms = await termsOf(txCtx, input);
    if (!terms.ok) return terms;
    const { quantity, perAccountLimit, ...rule } = terms.value;
    const family = inserted(
      await db.insert(couponFamily).values({ quantity, perAccountLimit }).returning({ id: couponFamily.id }),
    );
    await db.insert(coupon).values({ ...rule, familyId: family.id, createdAt: now });
    await record(family.id, 'coupon.create', null, said(terms.value));
    expirePages([terms.value.productId]);
    return ok(family.id);
  });
}

/** What the form said; what it left empty is no news about something new. */
const said = (terms: CouponTerms): AuditState =>
  Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== null && value !== ''));
