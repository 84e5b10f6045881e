import { and, eq } from 'drizzle-orm';
import { grantDigest } from '@/db/queries/grant-plan';
import { couponGrant } from '@/db/schema';
import type { GrantInput } from '@/lib/domain/coupon-form';
import { err, ok, type Result } from '@/lib/errors';
import { type GrantOutcomes, grantCoupons } from '../coupon/grant-coupons';
import type { Ctx, TxCtx } from '../ctx';
import { type CouponWriteError, couponWrite, lockCoupon } from './coupon-write';

type GrantError = 'NOT_FOUND' | 'COUPON_STOPPED' | 'COUPON_OVER' | CouponWriteError;

/**
 * Gives a prepared list its copies, all in one transaction, and only if exactly those get one who were going to when the
 * administrator looked. Sent again it grants nothing more.
 */
export function confirmGrant(
  ctx: Ctx,
  { id: familyId, grantId, seen }: GrantInput,
): Promise<Result<{ readonly granted: number }, GrantError>> {
  return couponWrite<{ readonly granted: number }, GrantError>(ctx, async ({ ctx: txCtx, record, expirePages }) => {
    const locked = await lockCoupon(txCtx, familyId);
    const grant = locked && (await findGrant(txCtx, familyId, grantId));
    if (!locked || !grant) return err('NOT_FOUND');
    if (grant.granted !== null) return ok({ granted: grant.granted });
    const given = await grantCoupons(txCtx, { couponId: locked.rule.id, accountIds: grant.accountIds });
    if (!given.ok) return given;
    const receivers = receiversOf(given.value);
    if (receivers.length === 0) return err('CONFLICT', { detail: '名单里没有人可以得到这张优惠券' });
    if (grantDigest(locked.rule.id, receivers) !== seen) {
      return err('CONFLICT', { detail: '打开页面之后情况有变，会得到券的人和刚才看到的不一样。请看过新的预览再发放' });
    }
    await finish(txCtx, grantId, receivers.length);
    await record(familyId, 'coupon.grant', null, { granted: receivers.length });
    expirePages([locked.rule.productId]);
    return ok({ granted: receivers.length });
  });
}

async function findGrant({ db }: TxCtx, familyId: number, grantId: number) {
  const [grant] = await db
    .select()
    .from(couponGrant)
    .where(and(eq(couponGrant.id, grantId), eq(couponGrant.familyId, familyId)))
    .for('no key update');
  return grant;
}

const receiversOf = (outcomes: GrantOutcomes): number[] =>
  [...outcomes].flatMap(([accountId, outcome]) => (outcome === 'granted' ? [accountId] : []));

/** The lines as they were typed have served: what remains is who was meant. */
async function finish({ db, now }: TxCtx, grantId: number, granted: number): Promise<void> {
  await db.update(couponGrant).set({ granted, doneAt: now, problems: [] }).where(eq(couponGrant.id, grantId));
}
