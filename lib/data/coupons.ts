import 'server-only';
import { and, asc, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { couponRuleColumns, readWalletRow, walletColumns } from '@/db/queries/coupon-columns';
import { coupon, couponRecord, order, product } from '@/db/schema';
import type { ProductKind } from '@/lib/domain/catalogue';
import { type CouponRule, readCouponRule, type WalletCoupon } from '@/lib/domain/coupon';
import type { OwnCoupons } from '@/lib/domain/coupon-offer';
import type { Day } from '@/lib/domain/shanghai-day';
import { type WalletQuery, type WalletTab } from '@/lib/domain/wallet-query';

const PAGE_SIZE = 20;

interface WalletFilter {
  /** For a whole order, or bound to one of these products, with or without the former. Absent: all of them. */
  readonly scope?: 'unbound' | { readonly productIds: readonly number[]; readonly withUnbound: boolean };
  /** Unlocked, unused and in its days on this day. Absent: whatever the state. */
  readonly usableOn?: Day;
}

/** The copies of an account that fit, soonest to expire first. */
export async function readWallet(db: Db, accountId: number, filter: WalletFilter = {}): Promise<WalletCoupon[]> {
  const rows = await db
    .select(walletColumns)
    .from(couponRecord)
    .innerJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .leftJoin(order, eq(order.id, couponRecord.orderId))
    .where(and(eq(couponRecord.accountId, accountId), inScope(filter.scope), isUsable(filter.usableOn)))
    .orderBy(asc(couponRecord.validUntil), asc(couponRecord.id));
  return rows.map(readWalletRow);
}

function inScope(scope: WalletFilter['scope']): SQL | undefined {
  if (scope === undefined) return undefined;
  if (scope === 'unbound') return isNull(coupon.productId);
  const bound = inArray(coupon.productId, [...scope.productIds]);
  return scope.withUnbound ? or(isNull(coupon.productId), bound) : bound;
}

const isUsable = (day: Day | undefined): SQL | undefined =>
  day === undefined
    ? undefined
    : and(
        eq(couponRecord.status, 'unused'),
        sql`${couponRecord.validFrom} <= ${day}`,
        gte(couponRecord.validUntil, day),
      );

/** What an account has of the coupons that fit a product: the usable copies, and how many it has had of each coupon. */
export async function findOwnCoupons(db: Db, accountId: number, productId: number, today: Day): Promise<OwnCoupons> {
  const scope = { productIds: [productId], withUnbound: true };
  const [wallet, held] = await Promise.all([
    readWallet(db, accountId, { scope, usableOn: today }),
    db
      .select({ couponId: coupon.id, copies: sql<number>`max(${couponRecord.ordinal})`.mapWith(Number) })
      .from(couponRecord)
      .innerJoin(coupon, and(eq(coupon.familyId, couponRecord.familyId), isNull(coupon.supersededAt)))
      .where(and(eq(couponRecord.accountId, accountId), inScope(scope)))
      .groupBy(coupon.id),
  ]);
  return { wallet, held: Object.fromEntries(held.map(({ couponId, copies }) => [couponId, copies])) };
}

/** A copy as 我的优惠券 shows it. */
export interface OwnedCoupon {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly brief: string;
  readonly rule: CouponRule;
  readonly validFrom: Day;
  readonly validUntil: Day;
  /** What it is for; null: any order. */
  readonly product: { readonly kind: ProductKind; readonly slug: string; readonly name: string } | null;
  readonly orderNo: string | null;
}

interface WalletPage {
  readonly coupons: readonly OwnedCoupon[];
  readonly counts: Readonly<Record<WalletTab, number>>;
  readonly pageCount: number;
}

/** A page of one tab, with the number of copies in each. */
export async function findWalletPage(db: Db, accountId: number, query: WalletQuery, today: Day): Promise<WalletPage> {
  const own = eq(couponRecord.accountId, accountId);
  const [rows, [counts]] = await Promise.all([
    db
      .select({
        id: couponRecord.id,
        number: couponRecord.number,
        name: coupon.name,
        brief: coupon.brief,
        rule: couponRuleColumns,
        validFrom: couponRecord.validFrom,
        validUntil: couponRecord.validUntil,
        product: { kind: product.kind, slug: product.slug, name: product.name },
        orderNo: order.orderNo,
      })
      .from(couponRecord)
      .innerJoin(coupon, eq(coupon.id, couponRecord.couponId))
      .leftJoin(product, eq(product.id, coupon.productId))
      .leftJoin(order, eq(order.id, couponRecord.orderId))
      .where(and(own, inTab(query.tab, today)))
      .orderBy(...orderOf(query.tab))
      .limit(PAGE_SIZE)
      .offset((query.page - 1) * PAGE_SIZE),
    db
      .select({
        usable: countOf('usable', today),
        locked: countOf('locked', today),
        used: countOf('used', today),
        expired: countOf('expired', today),
      })
      .from(couponRecord)
      .where(own),
  ]);
  const all = counts ?? { usable: 0, locked: 0, used: 0, expired: 0 };
  return {
    coupons: rows.map((row) => ({ ...row, rule: readCouponRule(row.rule) })),
    counts: all,
    pageCount: Math.ceil(all[query.tab] / PAGE_SIZE),
  };
}

function inTab(tab: WalletTab, today: Day): SQL | undefined {
  const { status, validUntil } = couponRecord;
  switch (tab) {
    case 'usable':
      return and(eq(status, 'unused'), gte(validUntil, today));
    case 'expired':
      return or(eq(status, 'expired'), and(eq(status, 'unused'), lt(validUntil, today)));
    case 'locked':
    case 'used':
      return eq(status, tab);
  }
}

const countOf = (tab: WalletTab, today: Day) =>
  sql<number>`count(*) filter (where ${inTab(tab, today)})`.mapWith(Number);

/** What is to be used soonest first; of what is over, the latest first. */
const orderOf = (tab: WalletTab): SQL[] =>
  tab === 'usable'
    ? [asc(couponRecord.validUntil), asc(couponRecord.id)]
    : [desc(sql`coalesce(${couponRecord.usedAt}, ${couponRecord.claimedAt})`), desc(couponRecord.id)];
