import 'server-only';
import { and, asc, eq, gte, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { couponRuleColumns } from '@/db/queries/coupon-columns';
import { coupon, couponFamily, couponRecord, product } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { database } from '@/lib/context';
import type { ProductKind } from '@/lib/domain/catalogue';
import { readCouponRule } from '@/lib/domain/coupon';
import type { CouponOffer } from '@/lib/domain/coupon-offer';
import { type Day, shanghaiDay } from '@/lib/domain/shanghai-day';
import { COUNTS_SECONDS, cachedRead } from './cached';

const PAGE_SIZE = 48;
/** On the page of a product; the coupon centre has them all. */
const MOST_ON_A_PAGE = 12;

/** One of the coupon centre. */
export interface CentreCoupon extends CouponOffer {
  readonly brief: string;
  readonly quantity: number | null;
  readonly claimed: number;
  /** Copies the one who asks has had. */
  readonly held: number;
  readonly product: { readonly kind: ProductKind; readonly slug: string; readonly name: string } | null;
}

const offerColumns = {
  couponId: coupon.id,
  name: coupon.name,
  rule: couponRuleColumns,
  productId: coupon.productId,
  claimFrom: coupon.claimFrom,
  claimUntil: coupon.claimUntil,
  validFrom: coupon.validFrom,
  validUntil: coupon.validUntil,
  validDaysAfterClaim: coupon.validDaysAfterClaim,
  perAccountLimit: couponFamily.perAccountLimit,
};

/** Offered to everyone, today or later. */
const isOffered = (today: Day): SQL | undefined =>
  and(
    eq(coupon.channel, 'centre'),
    isNull(coupon.supersededAt),
    isNull(coupon.stoppedAt),
    gte(coupon.claimUntil, today),
    or(isNull(coupon.validUntil), gte(coupon.validUntil, today)),
  );

const isLeft = or(isNull(couponFamily.quantity), lt(couponFamily.claimed, couponFamily.quantity));

/** A page, from 1, of the coupon centre: what can be claimed first, then what is to come, then what is gone. */
export async function findCentreCoupons(
  db: Db,
  { accountId, page, today }: { readonly accountId: number | null; readonly page: number; readonly today: Day },
): Promise<{ readonly coupons: readonly CentreCoupon[]; readonly pageCount: number }> {
  const isSoon = sql`${coupon.claimFrom} > ${today}`;
  const rows = await db
    .select({
      ...offerColumns,
      brief: coupon.brief,
      quantity: couponFamily.quantity,
      claimed: couponFamily.claimed,
      held: heldBy(accountId),
      product: { kind: product.kind, slug: product.slug, name: product.name },
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(coupon)
    .innerJoin(couponFamily, eq(couponFamily.id, coupon.familyId))
    .leftJoin(product, eq(product.id, coupon.productId))
    .where(and(isOffered(today), or(isNull(coupon.productId), ne(product.status, 'offline'))))
    .orderBy(sql`case when ${isSoon} then 1 when ${isLeft} then 0 else 2 end`, asc(coupon.claimUntil), asc(coupon.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return {
    coupons: rows.map(({ total: _total, ...row }) => ({ ...row, rule: readCouponRule(row.rule) })),
    pageCount: Math.ceil((rows[0]?.total ?? 0) / PAGE_SIZE),
  };
}

const heldBy = (accountId: number | null): SQL<number> =>
  accountId === null
    ? sql<number>`0`
    : sql<number>`(select coalesce(max(${couponRecord.ordinal}), 0) from ${couponRecord}
        where ${couponRecord.familyId} = ${coupon.familyId} and ${couponRecord.accountId} = ${accountId})`;

/** What the page of a product offers everyone: its own coupons, then those for any order. */
export async function readProductOffers(db: Db, productId: number, today: Day): Promise<CouponOffer[]> {
  const rows = await db
    .select(offerColumns)
    .from(coupon)
    .innerJoin(couponFamily, eq(couponFamily.id, coupon.familyId))
    .where(and(isOffered(today), isLeft, fits([productId])))
    .orderBy(sql`${coupon.productId} is null`, asc(coupon.claimFrom), asc(coupon.claimUntil), asc(coupon.id))
    .limit(MOST_ON_A_PAGE);
  return rows.map((row) => ({ ...row, rule: readCouponRule(row.rule) }));
}

const fits = (productIds: readonly number[]): SQL | undefined =>
  or(isNull(coupon.productId), inArray(coupon.productId, [...productIds]));

/** The same for a static page, with the day it was read on: as old as the last change of a coupon, or of the product. */
export const getProductOffers = ({ id, slug }: { readonly id: number; readonly slug: string }) =>
  cachedRead(
    {
      key: ['product-offers', String(id)],
      tags: [cacheTags.coupons, cacheTags.product(slug)],
      // Windows open and close at midnight, which expires no tag; the page asks for the day again.
      seconds: COUNTS_SECONDS,
    },
    async () => {
      const renderedOn = shanghaiDay(new Date());
      return { renderedOn, offers: await readProductOffers(database(), id, renderedOn) };
    },
  );

/** How many coupons for these products, or for any order, the one who asks could claim today. */
export async function countClaimable(
  db: Db,
  {
    accountId,
    productIds,
    today,
  }: { readonly accountId: number | null; readonly productIds: readonly number[]; readonly today: Day },
): Promise<number> {
  const [row] = await db
    .select({ claimable: sql<number>`count(*)`.mapWith(Number) })
    .from(coupon)
    .innerJoin(couponFamily, eq(couponFamily.id, coupon.familyId))
    .where(
      and(
        isOffered(today),
        isLeft,
        fits(productIds),
        sql`${coupon.claimFrom} <= ${today}`,
        sql`${heldBy(accountId)} < ${couponFamily.perAccountLimit}`,
      ),
    );
  return row?.claimable ?? 0;
}
