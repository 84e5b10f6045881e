import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { couponRecord } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { mintAccount, mintCourse } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { mintFullOrder, readWorld, systemCtx } from '@/tests/support/payment-factories';
import { settleOrder } from './settle-order';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const settle = (orderId: number) =>
  test.db.transaction((tx) => settleOrder({ ...systemCtx(test.db), db: tx }, orderId));

describe('an order that costs nothing', () => {
  it('is paid by 贝里 alone, once, without any payment', async () => {
    const student = await mintAccount(test.db, { beli: 1000 });
    const product = await mintCourse(test.db, { prices: [[30, 9900]] });
    const placed = await mintPendingOrder(test.db, student.id, [{ product, beli: 990 }]);
    expect(placed.cashFen).toBe(0);

    const outcomes = await Promise.all(Array.from({ length: 10 }, () => settle(placed.id)));
    expect(outcomes.filter((outcome) => outcome === 'settled')).toHaveLength(1);
    const world = await readWorld(test.db, student.id, placed.id);
    expect(world).toMatchObject({ placed: { status: 'paid' }, payments: [], beli: { balance: 10, held: 0 } });
    expect(world.grants).toHaveLength(1);
  });
});

describe('an order that was tampered with', () => {
  it('is not settled by half: coupons it was priced with and does not hold stop everything', async () => {
    const { student, placed, couponIds } = await mintFullOrder(test.db);
    const [first = 0] = couponIds;
    await test.db.update(couponRecord).set({ status: 'unused', orderId: null }).where(eq(couponRecord.id, first));
    const before = await readWorld(test.db, student.id, placed.id);
    await expect(settle(placed.id)).rejects.toThrow('coupons it does not hold');
    expect(await readWorld(test.db, student.id, placed.id)).toEqual(before);
  });
});
