import { eq, inArray, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { couponRecord } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { visitorCtx } from '@/tests/support/account-factories';
import { mintCoupon, mintCouponRecord } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse } from '@/tests/support/factories';
import { mintPaidOrder } from '@/tests/support/learning-factories';
import { expireCoupons } from './expire-coupons';

// Noon of the 15th in Shanghai.
const NOW = new Date('2026-06-15T04:00:00Z');

let db: Database;
// The job looks at every copy there is: each test has a database of its own.
beforeEach(async () => {
  ({ db } = await testDatabase());
});

const statusesOf = async (ids: readonly number[]) => {
  const rows = await db
    .select({ id: couponRecord.id, status: couponRecord.status })
    .from(couponRecord)
    .where(inArray(couponRecord.id, [...ids]));
  return ids.map((id) => rows.find((row) => row.id === id)?.status);
};

describe('expire-coupons', () => {
  it('marks unused copies after their last day in Shanghai, once, and leaves locked ones alone', async () => {
    const [student, course] = [await mintAccount(db), await mintCourse(db)];
    const until = (validUntil: string) => mintCouponRecord(db, student.id, { validFrom: '2026-01-01', validUntil });
    const [yesterday, today, locked] = [
      await until('2026-06-14'),
      await until('2026-06-15'),
      await until('2026-06-14'),
    ];
    const order = await mintPaidOrder(db, student.id, course, { startsAt: NOW, endsAt: new Date('2027-01-01') });
    await db.update(couponRecord).set({ status: 'locked', orderId: order.id }).where(eq(couponRecord.id, locked.id));

    expect(await expireCoupons(visitorCtx(db, NOW))).toBe(1);
    expect(await expireCoupons(visitorCtx(db, NOW))).toBe(0);
    expect(await statusesOf([yesterday.id, today.id, locked.id])).toEqual(['expired', 'unused', 'locked']);
    // The first instant of the 16th.
    expect(await expireCoupons(visitorCtx(db, new Date('2026-06-15T16:00:00Z')))).toBe(1);
    expect(await statusesOf([today.id])).toEqual(['expired']);
  });

  it('works through many batches, two workers at once, and passes over what somebody holds', async () => {
    const minted = await mintCoupon(db, { family: { claimed: 2500, perAccountLimit: 2500 } });
    const student = await mintAccount(db);
    await db.execute(sql`
      insert into ${couponRecord} (number, coupon_id, family_id, account_id, ordinal, valid_from, valid_until)
      select 'many-' || n, ${minted.id}, ${minted.familyId}, ${student.id}, n, '2026-01-01', '2026-06-01'
      from generate_series(1, 2500) n`);
    const found = await db.transaction(async (tx) => {
      await tx.select().from(couponRecord).where(eq(couponRecord.ordinal, 1)).for('no key update');
      return Promise.all([expireCoupons(visitorCtx(db, NOW)), expireCoupons(visitorCtx(db, NOW))]);
    });
    expect(found[0] + found[1]).toBe(2499);
    expect(await expireCoupons(visitorCtx(db, NOW))).toBe(1);
  });
});
