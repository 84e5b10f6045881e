import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { pricePolicy } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { beli } from '@/lib/domain/money';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { changeOpen, lookAtSettlement, settle } from '@/tests/support/settlement';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const refusal = (code: string) => ({ ok: false, error: { code } });

describe('choosing coupons', () => {
  it('prices a line coupon and an order coupon, and takes them off again', async () => {
    const [student, course] = await Promise.all([mintAccount(db), mintCourse(db, { prices: [[30, 29900]] })]);
    const line = await mintCouponRecord(db, student.id, {
      productId: course.id,
      rule: { kind: 'percent', offPercent: 79 },
    });
    const order = await mintCouponRecord(db, student.id, { rule: { kind: 'fixed', valueFen: 621 } });
    await settle(db, student, [course]);
    const ctx = studentCtx(db, student);

    await changeOpen(ctx, { intent: 'line-coupon', productId: course.id, recordId: line.id });
    await changeOpen(ctx, { intent: 'order-coupon', recordId: order.id });
    expect((await lookAtSettlement(db, student.id)).quote).toMatchObject({
      listFen: 29900,
      lineDiscountFen: 6279,
      orderDiscountFen: 621,
      cashFen: 23000,
    });
    await changeOpen(ctx, { intent: 'line-coupon', productId: course.id, recordId: null });
    await changeOpen(ctx, { intent: 'order-coupon', recordId: null });
    expect((await lookAtSettlement(db, student.id)).quote).toMatchObject({ lineDiscountFen: 0, orderDiscountFen: 0 });
  });

  it("refuses a stranger's coupon, one that does not exist and one for the wrong place", async () => {
    const [student, stranger, course] = await Promise.all([mintAccount(db), mintAccount(db), mintCourse(db)]);
    const foreign = await mintCouponRecord(db, stranger.id);
    const foreignBound = await mintCouponRecord(db, stranger.id, { productId: course.id });
    const bound = await mintCouponRecord(db, student.id, { productId: course.id });
    const unbound = await mintCouponRecord(db, student.id);
    await settle(db, student, [course]);
    const ctx = studentCtx(db, student);
    const onOrder = (recordId: number) => changeOpen(ctx, { intent: 'order-coupon', recordId });
    const onLine = (recordId: number) => changeOpen(ctx, { intent: 'line-coupon', productId: course.id, recordId });

    const before = await lookAtSettlement(db, student.id);
    const answers = await Promise.all([
      onOrder(foreign.id),
      onLine(foreignBound.id),
      onOrder(999_999_999),
      onOrder(bound.id),
      onLine(unbound.id),
    ]);
    for (const answer of answers) expect(answer).toMatchObject(refusal('COUPON_NOT_USABLE'));
    expect(await lookAtSettlement(db, student.id)).toEqual(before);
  });

  it('refuses below the minimum with how much is missing, before and after its dates', async () => {
    const [student, course] = await Promise.all([mintAccount(db), mintCourse(db, { prices: [[30, 48000]] })]);
    const high = await mintCouponRecord(db, student.id, {
      rule: { kind: 'threshold', valueFen: 6000, minimumFen: 50000 },
    });
    const later = await mintCouponRecord(db, student.id, { validFrom: '2098-01-01' });
    const over = await mintCouponRecord(db, student.id, { validUntil: '2021-01-01' });
    await settle(db, student, [course]);
    const choose = (recordId: number) => changeOpen(studentCtx(db, student), { intent: 'order-coupon', recordId });
    expect(await choose(high.id)).toMatchObject({ error: { detail: expect.stringContaining('¥20.00') } });
    expect(await choose(later.id)).toMatchObject(refusal('COUPON_NOT_USABLE'));
    expect(await choose(over.id)).toMatchObject(refusal('COUPON_NOT_USABLE'));
  });

  it('drops a chosen coupon visibly when the subtotal falls below its minimum, and takes it up again', async () => {
    const student = await mintAccount(db);
    const [big, small] = await Promise.all([
      mintCourse(db, { prices: [[30, 40000]] }),
      mintCourse(db, {
        prices: [
          [30, 5000],
          [90, 10000],
        ],
      }),
    ]);
    const coupon = await mintCouponRecord(db, student.id, {
      name: '满减',
      rule: { kind: 'threshold', valueFen: 6000, minimumFen: 45000 },
    });
    await settle(db, student, [big, small]);
    const ctx = studentCtx(db, student);
    await changeOpen(ctx, { intent: 'order-coupon', recordId: coupon.id });
    await changeOpen(ctx, { intent: 'remove-line', productId: small.id });
    const { quote } = await lookAtSettlement(db, student.id);
    expect(quote).toMatchObject({ cashFen: 40000, orderCouponRecordId: null });
    expect(quote.dropped).toEqual([
      { recordId: coupon.id, name: '满减', refusal: { reason: 'below_minimum', missingFen: 5000 } },
    ]);
  });
});

describe('贝里, periods and lines', () => {
  it('uses no more 贝里 than there are and than the order can take', async () => {
    const [student, course] = await Promise.all([
      mintAccount(db, { beli: 1500 }),
      mintCourse(db, {
        prices: [
          [30, 19999],
          [60, 999],
        ],
      }),
    ]);
    await settle(db, student, [course]);
    const ctx = studentCtx(db, student);
    await changeOpen(ctx, { intent: 'beli', beli: beli(99_999) });
    expect((await lookAtSettlement(db, student.id)).quote).toMatchObject({ beli: 1500, maxBeli: 1500, cashFen: 4999 });
    await changeOpen(ctx, {
      intent: 'change-policy',
      productId: course.id,
      pricePolicyId: course.policies[1]?.id ?? 0,
    });
    expect((await lookAtSettlement(db, student.id)).quote).toMatchObject({ beli: 99, maxBeli: 99, cashFen: 9 });
  });

  it('changes only to a period on offer, of a line it holds', async () => {
    const [student, course, other] = await Promise.all([mintAccount(db), mintCourse(db), mintCourse(db)]);
    await settle(db, student, [course]);
    const change = (productId: number, pricePolicyId: number) =>
      changeOpen(studentCtx(db, student), { intent: 'change-policy', productId, pricePolicyId });
    expect(await change(other.id, other.policy.id)).toMatchObject(refusal('NOT_FOUND'));
    expect(await change(course.id, other.policy.id)).toMatchObject(refusal('NOT_FOUND'));
    await db.update(pricePolicy).set({ withdrawnAt: new Date() }).where(eq(pricePolicy.id, course.policy.id));
    expect(await change(course.id, course.policy.id)).toMatchObject(refusal('POLICY_NOT_AVAILABLE'));
  });

  it('has nothing to change without an open settlement, whatever others have', async () => {
    const [student, other, course] = await Promise.all([mintAccount(db), mintAccount(db), mintCourse(db)]);
    await settle(db, other, [course]);
    const ctx = studentCtx(db, student);
    const answers = await Promise.all([
      changeOpen(ctx, { intent: 'remove-line', productId: course.id }),
      changeOpen(ctx, { intent: 'beli', beli: beli(1) }),
      changeOpen(ctx, { intent: 'order-coupon', recordId: null }),
    ]);
    for (const answer of answers) expect(answer).toMatchObject(refusal('NO_OPEN_SETTLEMENT'));
    expect((await lookAtSettlement(db, other.id)).quote.lines).toHaveLength(1);
  });
});
