import { and, eq, inArray, isNull } from 'drizzle-orm';
import { coupon, couponFamily, product } from '@/db/schema';
import { isForeignKeyViolation } from '@/db/violation';
import { cacheTags } from '@/lib/cache-tags';
import type { CouponAction } from '@/lib/domain/coupon-audit';
import type { CouponInput } from '@/lib/domain/coupon-form';
import type { CouponTerms } from '@/lib/domain/coupon-terms';
import { type ErrorCode, err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { auditDiff, type RowState } from '../admin-catalogue/audit-diff';
import { writeAudit } from '../audit/write-audit';
import { expireTags } from '../cache/expire-tags';
import type { AccountCtx, Ctx, TxCtx } from '../ctx';

export interface CouponWrite {
  readonly ctx: AccountCtx & TxCtx;
  /** What happened to a family; the log keeps what differs. */
  readonly record: (familyId: number, action: CouponAction, before: RowState, after: RowState) => Promise<void>;
  /** Expires the pages of these products, besides what lists coupons; null: every product's. */
  readonly expirePages: (productIds: readonly (number | null)[]) => void;
}

export type CouponWriteError = 'FORBIDDEN' | 'CONFLICT';

/**
 * One write to coupons: by an administrator, in one transaction with its audit entry and the expiry of the pages that
 * show it. Whatever is refused leaves nothing behind.
 */
export async function couponWrite<T, C extends ErrorCode>(
  anyone: Ctx,
  body: (write: CouponWrite) => Promise<Result<T, C>>,
): Promise<Result<T, C | CouponWriteError>> {
  const authorised = authoriseAdmin(anyone);
  if (!authorised.ok) return authorised;
  let refused: Result<T, C> | undefined;
  try {
    return await authorised.value.db.transaction(async (tx) => {
      const ctx = { ...authorised.value, db: tx };
      const shown = new Set<number | null>();
      const result = await body({
        ctx,
        record: (familyId, action, before, after) => record(ctx, familyId, action, before, after),
        expirePages: (productIds) => productIds.forEach((id) => shown.add(id)),
      });
      if (!result.ok) {
        refused = result;
        tx.rollback();
      }
      await expireTags(ctx, await tagsOf(ctx, [...shown]));
      return result;
    });
  } catch (error) {
    if (refused) return refused;
    if (isForeignKeyViolation(error)) return err('CONFLICT', { detail: '所选的课程刚刚被删除，请刷新页面' });
    throw error;
  }
}

async function record(ctx: TxCtx, familyId: number, action: CouponAction, was: RowState, is: RowState): Promise<void> {
  const diff = auditDiff(was, is);
  if (diff) await writeAudit(ctx, { action, subjectKind: 'coupon', subjectId: familyId, ...diff });
}

async function tagsOf({ db }: TxCtx, productIds: readonly (number | null)[]): Promise<string[]> {
  const bound = productIds.filter((id) => id !== null);
  const slugs =
    bound.length === 0 ? [] : await db.select({ slug: product.slug }).from(product).where(inArray(product.id, bound));
  return [cacheTags.coupons, ...slugs.map(({ slug }) => cacheTags.product(slug))];
}

/** A family and its current version, locked: claims, grants and other administrators wait. Null: there is none. */
export async function lockCoupon({ db }: TxCtx, familyId: number) {
  const [family] = await db.select().from(couponFamily).where(eq(couponFamily.id, familyId)).for('no key update');
  if (!family) return null;
  const [rule] = await db
    .select()
    .from(coupon)
    .where(and(eq(coupon.familyId, familyId), isNull(coupon.supersededAt)))
    .for('no key update');
  return rule ? { family, rule } : null;
}

/** What a form said, with the product it named. */
export async function termsOf(
  { db }: TxCtx,
  { product: slug, ...input }: CouponInput,
): Promise<Result<CouponTerms, 'INVALID_INPUT'>> {
  if (slug === null) return ok({ ...input, productId: null });
  const [found] = await db.select({ id: product.id }).from(product).where(eq(product.slug, slug));
  if (!found) return err('INVALID_INPUT', { field: 'product', detail: '没有这门课程，请填写课程网址的最后一段' });
  return ok({ ...input, productId: found.id });
}
