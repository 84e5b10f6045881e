import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { findViewer } from '@/lib/auth/viewer';
import { bestCombination } from '@/lib/domain/best-combination';
import { missedSaving } from '@/lib/domain/settlement-best';
import { quoteOf } from '@/lib/domain/settlement-facts';
import { placeOrder } from '@/lib/services/settlement/place-order';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { lookAtSettlement, settle } from '@/tests/support/settlement';
import { spiedDatabase } from '@/tests/support/spied-database';
import { findOpenSettlement, findPendingOrder } from './settlement';

let test: TestDatabase;
let db: Database;
beforeAll(async () => {
  test = await testDatabase();
  ({ db } = test);
});

const solve = async (...input: Parameters<typeof bestCombination>) => bestCombination(...input);

describe('looking at the settlement', () => {
  it('says what would be best, and changes nothing', async () => {
    const [student, course] = await Promise.all([mintAccount(db), mintCourse(db)]);
    await settle(db, student, [course]);
    // Claimed after the settlement had begun.
    const coupon = await mintCouponRecord(db, student.id);
    const before = await lookAtSettlement(db, student.id);
    const page = await findOpenSettlement(db, solve, student.id, new Date());
    if (!page) throw new Error('no settlement');
    expect(page.best).toMatchObject({ choice: { lineCoupons: [null], orderCoupon: coupon.id }, payableFen: 8900 });
    expect(missedSaving(quoteOf(page.facts, page.today), page.best)).toBe(1000);
    expect(await lookAtSettlement(db, student.id)).toEqual(before);
    expect(page.policies.get(course.id)).toHaveLength(1);
  });

  it('is there for its own account only, until it is an order', async () => {
    const [student, other, course] = await Promise.all([mintAccount(db), mintAccount(db), mintCourse(db)]);
    await settle(db, student, [course]);
    const now = new Date();
    expect(await findOpenSettlement(db, solve, other.id, now)).toBeNull();
    const { form } = await lookAtSettlement(db, student.id);
    await placeOrder(studentCtx(db, student), form);
    expect(await findOpenSettlement(db, solve, student.id, now)).toBeNull();
    expect(await findPendingOrder(db, student.id, now)).toMatchObject({ orderNo: expect.stringMatching(/^\d{20}$/) });
  });

  it('takes at most 12 statements with 20 lines of 10 coupons each and 20 order coupons', async () => {
    const student = await mintAccount(db, { beli: 100 });
    const courses = await Promise.all(
      Array.from({ length: 20 }, (_, index) => mintCourse(db, { prices: [[30, 9900 + index * 100]] })),
    );
    await settle(db, student, courses);
    for (const course of courses) {
      const mint = (_: unknown, index: number) =>
        mintCouponRecord(db, student.id, {
          productId: course.id,
          rule: { kind: 'fixed', valueFen: 100 * (index + 1) },
        });
      await Promise.all(Array.from({ length: 10 }, mint));
    }
    await Promise.all(Array.from({ length: 20 }, () => mintCouponRecord(db, student.id)));

    const spied = spiedDatabase(test.url);
    const claims = { accountId: student.id, sessionId: crypto.randomUUID(), sessionVersion: 1, issuedAt: new Date() };
    const statements = await spied.during(async () => {
      expect(await findViewer(spied.db, claims)).toMatchObject({ id: student.id });
      const page = await findOpenSettlement(spied.db, solve, student.id, new Date());
      expect(page?.facts.wallet).toHaveLength(220);
      expect(page?.best.savedFen).toBe(20 * 1000 + 1000);
    });
    expect(statements.length).toBeLessThanOrEqual(12);
    await spied.db.$client.end();
  });
});
