import 'server-only';
import { and, count, desc, eq, gt, ilike, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { coupon, couponCode } from '@/db/schema';
import type { CouponCodeSearch } from '@/lib/domain/admin/coupon-search';
import { adminDb } from './admin-db';
import { listPage, offsetOf, PAGE_SIZE, startingWith } from './paging';

const BATCH = 2000;

const codes = (db: Db) =>
  db
    .select({
      id: couponCode.id,
      code: couponCode.code,
      uses: couponCode.uses,
      maxUses: couponCode.maxUses,
      batchId: couponCode.batchId,
      createdAt: couponCode.createdAt,
    })
    .from(couponCode)
    .innerJoin(coupon, eq(coupon.id, couponCode.couponId))
    .$dynamic();
export type CouponCodeRow = Awaited<ReturnType<typeof codes>>[number];

/** A page of a family's codes, the latest first. */
export async function listCouponCodes(familyId: number, search: CouponCodeSearch) {
  const db = await adminDb();
  const where = conditions(familyId, search);
  const [rows, [total]] = await Promise.all([
    codes(db).where(where).orderBy(desc(couponCode.id)).limit(PAGE_SIZE).offset(offsetOf(search.page)),
    db.select({ codes: count() }).from(couponCode).innerJoin(coupon, eq(coupon.id, couponCode.couponId)).where(where),
  ]);
  return listPage(rows, total?.codes ?? 0);
}

/** All codes that fit, batch by batch, the oldest first. */
export async function exportCouponCodes(familyId: number, search: CouponCodeSearch) {
  return batches(await adminDb(), conditions(familyId, search));
}

async function* batches(db: Db, where: SQL | undefined): AsyncGenerator<readonly CouponCodeRow[]> {
  let last = 0;
  for (;;) {
    const rows = await codes(db)
      .where(and(where, gt(couponCode.id, last)))
      .orderBy(couponCode.id)
      .limit(BATCH);
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.id;
  }
}

function conditions(familyId: number, { q, state, batch }: CouponCodeSearch): SQL | undefined {
  const isLeft = sql`${couponCode.uses} < ${couponCode.maxUses}`;
  return and(
    eq(coupon.familyId, familyId),
    q === '' ? undefined : ilike(couponCode.code, startingWith(q)),
    state === null ? undefined : state === 'left' ? isLeft : sql`not ${isLeft}`,
    batch === null ? undefined : eq(couponCode.batchId, batch),
  );
}
