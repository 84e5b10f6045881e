import 'server-only';
import { and, count, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { readCouponFields } from '@/db/queries/coupon-fields';
import { account, coupon, couponCode, couponFamily, couponGrant, couponRecord, product } from '@/db/schema';
import { readCouponRule } from '@/lib/domain/coupon';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';
import { auditOf } from './audit';
import { couponState } from './coupons';
import { readCouponFigures } from './coupons-figures';

/** How many of its last grants the page of a coupon shows. */
const RECENT = 5;

/** What stands above every page about one coupon; null when there is none. */
export async function findCouponHead(familyId: number) {
  return readHead(await adminDb(), familyId, new Date());
}
export type CouponHead = NonNullable<Awaited<ReturnType<typeof findCouponHead>>>;

async function readHead(db: Db, familyId: number, now: Date) {
  const [row] = await db
    .select({
      id: couponFamily.id,
      name: coupon.name,
      version: coupon.version,
      channel: coupon.channel,
      state: couponState(shanghaiDay(now)),
    })
    .from(coupon)
    .innerJoin(couponFamily, eq(couponFamily.id, coupon.familyId))
    .where(and(eq(coupon.familyId, familyId), isNull(coupon.supersededAt)));
  return row ?? null;
}

/** Everything about one coupon: its current rule, all versions with their figures, what was done to it. */
export async function findCoupon(familyId: number, now = new Date()) {
  const db = await adminDb();
  const head = await readHead(db, familyId, now);
  if (!head) return null;
  const [versions, figures, grants, codes, audit] = await Promise.all([
    readVersions(db, familyId),
    readCouponFigures(db, familyId, now),
    readGrants(db, familyId),
    countCodes(db, familyId),
    auditOf(db, 'coupon', familyId),
  ]);
  const [current] = versions;
  if (!current) throw new Error(`coupon family ${familyId} has no version`);
  return { ...head, current, versions, figures, grants, codes, audit };
}
export type CouponForAdmin = NonNullable<Awaited<ReturnType<typeof findCoupon>>>;
export type CouponVersion = CouponForAdmin['versions'][number];

/** The latest first, which is the current one. */
async function readVersions(db: Db, familyId: number) {
  const rows = await db
    .select({ rule: coupon, family: couponFamily, product: { id: product.id, name: product.name, kind: product.kind } })
    .from(coupon)
    .innerJoin(couponFamily, eq(couponFamily.id, coupon.familyId))
    .leftJoin(product, eq(product.id, coupon.productId))
    .where(eq(coupon.familyId, familyId))
    .orderBy(desc(coupon.version));
  return rows.map(({ rule: { familyId: _family, ...row }, family, ...rest }) => ({
    ...row,
    ...rest,
    rule: readCouponRule(row),
    claimed: family.claimed,
    quantity: family.quantity,
    perAccountLimit: family.perAccountLimit,
  }));
}

const readGrants = (db: Db, familyId: number) =>
  db
    .select({
      id: couponGrant.id,
      granted: couponGrant.granted,
      doneAt: couponGrant.doneAt,
      by: { id: account.id, username: account.username },
    })
    .from(couponGrant)
    .innerJoin(account, eq(account.id, couponGrant.createdBy))
    .where(and(eq(couponGrant.familyId, familyId), isNotNull(couponGrant.doneAt)))
    .orderBy(desc(couponGrant.id))
    .limit(RECENT);

async function countCodes(db: Db, familyId: number): Promise<number> {
  const [codes] = await db
    .select({ count: count() })
    .from(couponCode)
    .innerJoin(coupon, eq(coupon.id, couponCode.couponId))
    .where(eq(coupon.familyId, familyId));
  return codes?.count ?? 0;
}

/** What the form of a coupon is filled with, and whether a new promise will be a new version; null when there is none. */
export async function findCouponForm(familyId: number) {
  const db = await adminDb();
  const [head, form] = [await readHead(db, familyId, new Date()), await readCouponFields(db, familyId)];
  if (!head || !form) return null;
  const [bound] =
    form.productId === null
      ? []
      : await db.select({ slug: product.slug }).from(product).where(eq(product.id, form.productId));
  const [family] = await db.select().from(couponFamily).where(eq(couponFamily.id, familyId));
  const [copy] = await db
    .select({ id: couponRecord.id })
    .from(couponRecord)
    .innerJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .where(and(eq(coupon.familyId, familyId), isNull(coupon.supersededAt)))
    .limit(1);
  return { head, form, product: bound?.slug ?? '', claimed: family?.claimed ?? 0, hasCopies: copy !== undefined };
}
