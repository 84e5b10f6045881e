import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { order, refund } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { fen, ZERO_BELI } from '@/lib/domain/money';
import { ordersPath, readOrderQuery } from '@/lib/domain/order-query';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse, only, unique } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { findOrder } from './order-detail';
import { findOrders } from './orders';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const list = async (accountId: number, search: Record<string, string> = {}) => {
  const { orders, pageCount } = await findOrders(db, accountId, readOrderQuery(search));
  return { numbers: orders.map((card) => card.orderNo), pageCount };
};

const close = (orderId: number) =>
  db.update(order).set({ status: 'cancelled', closedAt: new Date() }).where(eq(order.id, orderId));

describe('findOrders', () => {
  it("lists the account's own orders, newest first, by state", async () => {
    const [student, other, course] = [await mintAccount(db), await mintAccount(db), await mintCourse(db)];
    const mint = (accountId: number, minute: number) =>
      mintPendingOrder(db, accountId, [{ product: course }], { now: new Date(Date.UTC(2026, 5, 1, 0, minute)) });
    const [older, newer] = [await mint(student.id, 1), await mint(student.id, 2)];
    await mint(other.id, 3);
    await close(older.id);

    expect(await list(student.id)).toEqual({ numbers: [newer.orderNo, older.orderNo], pageCount: 1 });
    expect(await list(student.id, { status: 'pending' })).toEqual({ numbers: [newer.orderNo], pageCount: 1 });
    expect(await list(student.id, { status: 'closed' })).toEqual({ numbers: [older.orderNo], pageCount: 1 });
    expect(await list(student.id, { status: 'paid' })).toEqual({ numbers: [], pageCount: 0 });
  });

  it('searches the number from its start and the names anywhere, wildcards being letters like others', async () => {
    const student = await mintAccount(db);
    const [python, percent] = [
      await mintCourse(db, { name: '零基础学 Python' }),
      await mintCourse(db, { name: '100% 掌握 a_b' }),
    ];
    const first = await mintPendingOrder(db, student.id, [{ product: python }]);
    const second = await mintPendingOrder(db, student.id, [{ product: percent }]);
    const search = async (q: string) => (await list(student.id, { q })).numbers;
    expect(await search('python')).toEqual([first.orderNo]);
    expect(await search('%')).toEqual([second.orderNo]);
    expect(await search('a_b')).toEqual([second.orderNo]);
    expect(await search('a%b')).toEqual([]);
    expect(await search('\\')).toEqual([]);
    expect(await search(first.orderNo.slice(0, 19))).toContain(first.orderNo);
    expect(await search(first.orderNo.slice(1))).toEqual([]);
  });

  it('counts every tab, of what is searched for; a refund under way counts as one', async () => {
    const student = await mintAccount(db);
    const [course, python] = [await mintCourse(db), await mintCourse(db, { name: '零基础学 Python' })];
    const closed = await mintPendingOrder(db, student.id, [{ product: course }]);
    await close(closed.id);
    await mintPendingOrder(db, student.id, [{ product: python }]);
    const paid = await mintPendingOrder(db, student.id, [{ product: course }]);
    await db.update(order).set({ status: 'paid', paidAt: new Date() }).where(eq(order.id, paid.id));
    const counts = async (q = '') => (await findOrders(db, student.id, readOrderQuery({ q }))).counts;
    expect(await counts()).toEqual({ all: 3, pending: 1, paid: 1, closed: 1, refunded: 0 });
    expect(await counts('python')).toEqual({ all: 1, pending: 1, paid: 0, closed: 0, refunded: 0 });

    const asked = {
      orderId: paid.id,
      outRequestNo: unique('r'),
      cashFen: fen(paid.cashFen),
      beli: ZERO_BELI,
      reason: '买错了',
    };
    const refundId = only(await db.insert(refund).values(asked).returning()).id;
    expect(await counts()).toMatchObject({ paid: 1, refunded: 1 });
    expect((await list(student.id, { status: 'refunded' })).numbers).toEqual([paid.orderNo]);
    await db.update(refund).set({ status: 'rejected' }).where(eq(refund.id, refundId));
    expect(await counts()).toMatchObject({ refunded: 0 });
  });

  it('pages', async () => {
    const [student, course] = [await mintAccount(db), await mintCourse(db)];
    for (let n = 0; n < 11; n++) await mintPendingOrder(db, student.id, [{ product: course }]);
    expect((await list(student.id)).numbers).toHaveLength(10);
    const last = await list(student.id, { page: '2' });
    expect(last).toMatchObject({ pageCount: 2 });
    expect(last.numbers).toHaveLength(1);
    expect(ordersPath(readOrderQuery({ page: '2' }))).toBe('/orders?page=2');
  });
});

describe('findOrder', () => {
  it('shows the frozen shares and the coupons, to its owner alone', async () => {
    const [student, other, course] = [await mintAccount(db), await mintAccount(db), await mintCourse(db)];
    const bound = await mintCouponRecord(db, student.id, { productId: course.id, name: '课程券甲' });
    const whole = await mintCouponRecord(db, student.id, { name: '全场券乙' });
    const { orderNo } = await mintPendingOrder(
      db,
      student.id,
      [{ product: course, couponRecordId: bound.id, lineDiscountFen: 1000, orderDiscountFen: 900 }],
      { orderCouponRecordId: whole.id },
    );
    expect(await findOrder(db, student.id, orderNo)).toMatchObject({
      orderNo,
      status: 'pending',
      amounts: { listFen: 9900, lineDiscountFen: 1000, orderDiscountFen: 900, beli: 0, cashFen: 8000 },
      orderCouponName: '全场券乙',
      tradeNo: null,
      lines: [{ name: course.name, couponName: '课程券甲', cashFen: 8000 }],
    });
    expect(await findOrder(db, other.id, orderNo)).toBeNull();
  });

  it.each(['', '1', "'; drop table", '9'.repeat(20), '9'.repeat(40)])('finds nothing for %j', async (orderNo) => {
    const student = await mintAccount(db);
    expect(await findOrder(db, student.id, orderNo)).toBeNull();
  });
});
