import { eq } from 'drizzle-orm';
import { readCouponFields } from '@/db/queries/coupon-fields';
import { coupon, couponCode, couponFamily, couponRecord } from '@/db/schema';
import { COUPON_FIELD_LABELS } from '@/lib/domain/coupon-audit';
import type { CouponEdit } from '@/lib/domain/coupon-form';
import { type CouponTerms, promisesDiffer } from '@/lib/domain/coupon-terms';
import { err, ok, type Result } from '@/lib/errors';
import { checkSeen } from '../admin-catalogue/check-seen';
import { inserted } from '../admin-catalogue/inserted';
import type { Ctx, TxCtx } from '../ctx';
import { type CouponWriteError, couponWrite, lockCoupon, termsOf } from './coupon-write';

type Rule = typeof coupon.$inferSelect;

/**
 * Everything a coupon's form holds. What its copies promise stays as it is in the wallets: once there is a copy of this
 * version, a change of that makes the next version of the family. Quantity, limit and the claim window change in place.
 */
export function changeCoupon(
  ctx: Ctx,
  { id: familyId, version, copies, input }: CouponEdit,
): Promise<Result<{ readonly version: number }, 'NOT_FOUND' | 'INVALID_INPUT' | CouponWriteError>> {
  return couponWrite<{ readonly version: number }, 'NOT_FOUND' | 'INVALID_INPUT' | 'CONFLICT'>(
    ctx,
    async ({ ctx: txCtx, record, expirePages }) => {
      const locked = await lockCoupon(txCtx, familyId);
      if (!locked) return err('NOT_FOUND');
      const { family, rule } = locked;
      const typed = await termsOf(txCtx, input);
      if (!typed.ok) return typed;
      const terms = typed.value;
      const seen = checkSeen(await readCouponFields(txCtx.db, familyId), version, { ...terms }, COUPON_FIELD_LABELS);
      if (!seen.ok) return seen;
      if (terms.quantity !== null && terms.quantity < family.claimed) {
        return err('INVALID_INPUT', { field: 'quantity', detail: `已经发出 ${family.claimed} 张，数量不能比这更少` });
      }
      const isNewVersion = promisesDiffer(seen.value, terms) && (await hasCopies(txCtx, rule.id));
      if (isNewVersion && !copies) {
        return err('CONFLICT', { detail: '刚刚有人领到了这个版本的优惠券。再次保存，就会成为新的版本' });
      }
      const number = await (isNewVersion ? insertVersion(txCtx, rule, terms) : updateVersion(txCtx, rule, terms));
      await txCtx.db
        .update(couponFamily)
        .set({ quantity: terms.quantity, perAccountLimit: terms.perAccountLimit })
        .where(eq(couponFamily.id, familyId));
      const action = isNewVersion ? 'coupon.new-version' : 'coupon.change';
      await record(familyId, action, { ...seen.value, ruleVersion: rule.version }, { ...terms, ruleVersion: number });
      expirePages([rule.productId, terms.productId]);
      return ok({ version: number });
    },
  );
}

async function hasCopies({ db }: TxCtx, couponId: number): Promise<boolean> {
  const [copy] = await db
    .select({ id: couponRecord.id })
    .from(couponRecord)
    .where(eq(couponRecord.couponId, couponId))
    .limit(1);
  return copy !== undefined;
}

const ruleOf = ({ quantity: _quantity, perAccountLimit: _limit, ...rule }: CouponTerms) => rule;

async function updateVersion({ db }: TxCtx, rule: Rule, terms: CouponTerms): Promise<number> {
  await db.update(coupon).set(ruleOf(terms)).where(eq(coupon.id, rule.id));
  return rule.version;
}

/** The next version takes the place of this one, and its codes. A coupon that was stopped stays stopped. */
async function insertVersion({ db, now }: TxCtx, rule: Rule, terms: CouponTerms): Promise<number> {
  const { familyId, stoppedAt } = rule;
  const version = rule.version + 1;
  await db.update(coupon).set({ supersededAt: now }).where(eq(coupon.id, rule.id));
  const next = inserted(
    await db
      .insert(coupon)
      .values({ ...ruleOf(terms), familyId, version, stoppedAt, createdAt: now })
      .returning({ id: coupon.id }),
  );
  await db.update(couponCode).set({ couponId: next.id }).where(eq(couponCode.couponId, rule.id));
  return version;
}
