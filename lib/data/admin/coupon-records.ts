import 'server-only';
import { and, count, desc, eq, gt, gte, ilike, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { account, coupon, couponRecord, order } from '@/db/schema';
import type { CouponRecordSearch } from '@/lib/domain/admin/coupon-search';
import { type Day, shanghaiDay } from '@/lib/domain/shanghai-day';
import type { CouponRecordStatus } from '@/lib/domain/states';
import { adminDb } from './admin-db';
import { containing, listPage, offsetOf, PAGE_SIZE, startingWith } from './paging';

/** How many rows a download reads at a time. */
const BATCH = 1000;

/** The status by the copy's own dates: the expiry job may not have seen it yet. */
const shownStatus = (today: Day): SQL<CouponRecordStatus> =>
  sql<CouponRecordStatus>`(case when ${couponRecord.status} = 'unused' and ${couponRecord.validUntil} < ${today}
    then 'expired' else ${couponRecord.status} end)`;

const records = (db: Db, today: Day) =>
  db
    .select({
      id: couponRecord.id,
      number: couponRecord.number,
      accountId: account.id,
      username: account.username,
      nickname: account.nickname,
      version: coupon.version,
      status: shownStatus(today),
      source: couponRecord.source,
      validFrom: couponRecord.validFrom,
      validUntil: couponRecord.validUntil,
      claimedAt: couponRecord.claimedAt,
      usedAt: couponRecord.usedAt,
      orderNo: order.orderNo,
    })
    .from(couponRecord)
    .innerJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .innerJoin(account, eq(account.id, couponRecord.accountId))
    .leftJoin(order, eq(order.id, couponRecord.orderId))
    .$dynamic();

export type CouponRecordRow = Awaited<ReturnType<typeof records>>[number];

/** A page of a family's copies, the latest first. */
export async function listCouponRecords(familyId: number, search: CouponRecordSearch, now = new Date()) {
  const db = await adminDb();
  const today = shanghaiDay(now);
  const where = conditions(familyId, search, today);
  const [rows, [total]] = await Promise.all([
    records(db, today).where(where).orderBy(desc(couponRecord.id)).limit(PAGE_SIZE).offset(offsetOf(search.page)),
    db
      .select({ records: count() })
      .from(couponRecord)
      .innerJoin(coupon, eq(coupon.id, couponRecord.couponId))
      .innerJoin(account, eq(account.id, couponRecord.accountId))
      .where(where),
  ]);
  return listPage(rows, total?.records ?? 0);
}

/** All copies that fit, batch by batch, the oldest first. Asks for the administrator before it gives the first away. */
export async function exportCouponRecords(familyId: number, search: CouponRecordSearch, now = new Date()) {
  const db = await adminDb();
  const today = shanghaiDay(now);
  return batches(db, today, conditions(familyId, search, today));
}

async function* batches(db: Db, today: Day, where: SQL | undefined): AsyncGenerator<readonly CouponRecordRow[]> {
  let last = 0;
  for (;;) {
    const rows = await records(db, today)
      .where(and(where, gt(couponRecord.id, last)))
      .orderBy(couponRecord.id)
      .limit(BATCH);
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.id;
  }
}

function conditions(familyId: number, { q, status, source, version }: CouponRecordSearch, today: Day): SQL | undefined {
  return and(
    eq(coupon.familyId, familyId),
    q === ''
      ? undefined
      : or(
          ilike(account.username, containing(q)),
          ilike(account.nickname, containing(q)),
          ilike(couponRecord.number, startingWith(q)),
        ),
    status === null ? undefined : statusIs(status, today),
    source === null ? undefined : eq(couponRecord.source, source),
    version === null ? undefined : eq(coupon.version, version),
  );
}

function statusIs(status: CouponRecordStatus, today: Day): SQL | undefined {
  const isUnused = eq(couponRecord.status, 'unused');
  if (status === 'unused') return and(isUnused, gte(couponRecord.validUntil, today));
  if (status !== 'expired') return eq(couponRecord.status, status);
  return or(eq(couponRecord.status, status), and(isUnused, lt(couponRecord.validUntil, today)));
}
