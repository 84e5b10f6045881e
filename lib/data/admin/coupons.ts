import 'server-only';
import { and, count, desc, eq, ilike, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { coupon, couponFamily, product } from '@/db/schema';
import type { CouponSearch, CouponState } from '@/lib/domain/admin/coupon-search';
import { readCouponRule } from '@/lib/domain/coupon';
import { type Day, shanghaiDay } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';
import { containing, listPage, offsetOf, PAGE_SIZE } from './paging';

/** The first that is true: one order, for showing it and for looking for it. */
export const couponState = (today: Day): SQL<CouponState> => sql<CouponState>`(case
  when ${coupon.stoppedAt} is not null then 'stopped'
  when ${coupon.claimUntil} < ${today} or ${coupon.validUntil} < ${today} then 'over'
  when ${couponFamily.claimed} >= ${couponFamily.quantity} then 'sold_out'
  when ${coupon.claimFrom} > ${today} then 'soon'
  else 'now' end)`;

/** A page of all coupons, each as its current version, the newest family first. */
export async function listCoupons(search: CouponSearch, now = new Date()) {
  const db = await adminDb();
  const state = couponState(shanghaiDay(now));
  const where = and(...conditions(search, state));
  const [rows, [total]] = await Promise.all([
    db
      .select({ rule: coupon, family: couponFamily, productName: product.name, state })
      .from(coupon)
      .innerJoin(couponFamily, eq(couponFamily.id, coupon.familyId))
      .leftJoin(product, eq(product.id, coupon.productId))
      .where(where)
      .orderBy(desc(coupon.familyId))
      .limit(PAGE_SIZE)
      .offset(offsetOf(search.page)),
    db
      .select({ coupons: count() })
      .from(coupon)
      .innerJoin(couponFamily, eq(couponFamily.id, coupon.familyId))
      .where(where),
  ]);
  return listPage(
    rows.map(({ rule, family, productName, ...row }) => ({
      id: family.id,
      name: rule.name,
      rule: readCouponRule(rule),
      channel: rule.channel,
      version: rule.version,
      /** Null: for a whole order. */
      productName,
      claimFrom: rule.claimFrom,
      claimUntil: rule.claimUntil,
      claimed: family.claimed,
      quantity: family.quantity,
      ...row,
    })),
    total?.coupons ?? 0,
  );
}
export type CouponRow = Awaited<ReturnType<typeof listCoupons>>['rows'][number];

function conditions({ q, kind, bound, channel, state }: CouponSearch, stateNow: SQL): (SQL | undefined)[] {
  return [
    isNull(coupon.supersededAt),
    q === '' ? undefined : ilike(coupon.name, containing(q)),
    kind === null ? undefined : eq(coupon.kind, kind),
    bound === null ? undefined : bound === 'yes' ? isNotNull(coupon.productId) : isNull(coupon.productId),
    channel === null ? undefined : eq(coupon.channel, channel),
    state === null ? undefined : sql`${stateNow} = ${state}`,
  ];
}

const MOST_SUGGESTIONS = 200;

/** What a coupon can be bound to, as suggestions while one types; any other slug can be typed too. */
export async function listProductSuggestions() {
  const db = await adminDb();
  return db
    .select({ slug: product.slug, name: product.name })
    .from(product)
    .orderBy(desc(product.updatedAt), desc(product.id))
    .limit(MOST_SUGGESTIONS);
}
