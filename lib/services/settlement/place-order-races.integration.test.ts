import { eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { beliAccount, couponRecord, order } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { beli } from '@/lib/domain/money';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import {
  type MintedAccount,
  type MintedProduct,
  mintAccount,
  mintCourse,
  only,
  studentCtx,
} from '@/tests/support/factories';
import { changeOpen, lookAtSettlement, type Seen, settle } from '@/tests/support/settlement';
import { brokenInvariants } from '@/tests/support/shop-invariants';
import { cancelOrder } from '../order/cancel-order';
import { placeOrder } from './place-order';
import { startBuyNow } from './start-buy-now';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const ordersOf = (...accountIds: number[]) => db.select().from(order).where(inArray(order.accountId, accountIds));

/** An account with a settlement of these products that uses a line coupon, an order coupon and 贝里. */
async function prepared(products: readonly MintedProduct[]): Promise<{ student: MintedAccount; seen: Seen }> {
  const student = await mintAccount(db, { beli: 300 });
  const [first] = products;
  if (!first) throw new Error('no product');
  const line = await mintCouponRecord(db, student.id, { productId: first.id });
  const whole = await mintCouponRecord(db, student.id);
  await settle(db, student, products);
  const ctx = studentCtx(db, student);
  await changeOpen(ctx, { intent: 'line-coupon', productId: first.id, recordId: line.id });
  await changeOpen(ctx, { intent: 'order-coupon', recordId: whole.id });
  await changeOpen(ctx, { intent: 'beli', beli: beli(300) });
  return { student, seen: await lookAtSettlement(db, student.id) };
}

describe('place-order under contention', () => {
  it('makes one order of 20 simultaneous clicks', async () => {
    const { student, seen } = await prepared([await mintCourse(db)]);
    const ctx = studentCtx(db, student);
    const answers = await Promise.all(Array.from({ length: 20 }, () => placeOrder(ctx, seen.form)));
    const placed = only(await ordersOf(student.id));
    for (const answer of answers) {
      expect(answer).toEqual({ ok: true, value: { orderNo: placed.orderNo, status: 'pending' } });
    }
    expect(only(await db.select().from(beliAccount).where(eq(beliAccount.accountId, student.id))).held).toBe(300);
  });

  it('gives one coupon to one order, when the settlements of two tabs are submitted at once', async () => {
    const [student, first, second] = await Promise.all([mintAccount(db), mintCourse(db), mintCourse(db)]);
    const coupon = await mintCouponRecord(db, student.id);
    const ctx = studentCtx(db, student);
    const open = async (product: MintedProduct) => {
      await settle(db, student, [product]);
      await changeOpen(ctx, { intent: 'order-coupon', recordId: coupon.id });
      return lookAtSettlement(db, student.id);
    };
    const [older, newer] = [await open(first), await open(second)];
    const answers = await Promise.all([older, newer, older, newer].map((seen) => placeOrder(ctx, seen.form)));
    expect(answers.filter((answer) => !answer.ok)).toHaveLength(2);
    const placed = only(await ordersOf(student.id));
    const record = only(await db.select().from(couponRecord).where(eq(couponRecord.id, coupon.id)));
    expect(record).toMatchObject({ status: 'locked', orderId: placed.id });
  });

  it('gives one coupon to one order, when it is placed while another settlement takes the coupon', async () => {
    const [student, first, second] = await Promise.all([mintAccount(db), mintCourse(db), mintCourse(db)]);
    const coupon = await mintCouponRecord(db, student.id);
    const ctx = studentCtx(db, student);
    await settle(db, student, [first]);
    await changeOpen(ctx, { intent: 'order-coupon', recordId: coupon.id });
    const seen = await lookAtSettlement(db, student.id);
    expect((await placeOrder(ctx, seen.form)).ok).toBe(true);

    await settle(db, student, [second]);
    expect(await changeOpen(ctx, { intent: 'order-coupon', recordId: coupon.id })).toMatchObject({
      ok: false,
      error: { code: 'COUPON_NOT_USABLE', detail: expect.stringContaining('锁定') },
    });
  });

  it('gives one coupon to one order, when two tabs go from the cart to the order at once', async () => {
    const [student, first, second] = await Promise.all([mintAccount(db), mintCourse(db), mintCourse(db)]);
    const coupon = await mintCouponRecord(db, student.id);
    const ctx = studentCtx(db, student);
    const buy = async ({ id, policy }: MintedProduct) => {
      await startBuyNow(ctx, { productId: id, pricePolicyId: policy.id });
      const seen = await lookAtSettlement(db, student.id).catch(() => null);
      return seen && placeOrder(ctx, seen.form);
    };
    for (let round = 0; round < 10; round++) await Promise.all([buy(first), buy(second)]);
    const placed = await ordersOf(student.id);
    expect(placed.filter((row) => row.orderCouponRecordId === coupon.id)).toHaveLength(1);
    expect(placed.reduce((sum, row) => sum + row.orderDiscountFen, 0)).toBe(1000);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it('places 40 orders of 40 accounts for the same courses at once without a deadlock', async () => {
    const courses = await Promise.all(Array.from({ length: 4 }, () => mintCourse(db)));
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, index) => prepared(index % 2 ? courses : courses.toReversed())),
    );
    const answers = await Promise.all(all.map(({ student, seen }) => placeOrder(studentCtx(db, student), seen.form)));
    expect(answers.filter((answer) => !answer.ok)).toEqual([]);
    const placed = await ordersOf(...all.map(({ student }) => student.id));
    expect(new Set(placed.map((row) => row.orderNo)).size).toBe(40);
  });

  it('a cancelled order gives everything back, and its settlement makes no second order', async () => {
    const { student, seen } = await prepared([await mintCourse(db)]);
    const ctx = studentCtx(db, student);
    const placed = await placeOrder(ctx, seen.form);
    const { orderNo } = only(await ordersOf(student.id));
    expect(await cancelOrder(ctx, { orderNo })).toEqual({ ok: true, value: null });
    expect(await placeOrder(ctx, seen.form)).toEqual({ ok: true, value: { orderNo, status: 'cancelled' } });
    expect(placed).toMatchObject({ value: { orderNo } });
    expect(only(await db.select().from(beliAccount).where(eq(beliAccount.accountId, student.id))).held).toBe(0);
    const records = await db.select().from(couponRecord).where(eq(couponRecord.accountId, student.id));
    expect(records.map((record) => record.status)).toEqual(['unused', 'unused']);
  });
});
