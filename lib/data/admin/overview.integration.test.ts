import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import { account, message, order, refund, wechatUser } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { sumLast } from '@/lib/domain/admin/overview';
import type { MessageStatus } from '@/lib/domain/message';
import { fen, ZERO_BELI } from '@/lib/domain/money';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse, unique } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';

const held = vi.hoisted((): { db?: Database } => ({}));
vi.mock('./admin-db', () => ({ adminDb: async () => held.db }));

const { getDiscounts, getOverview } = await import('./overview');

// Noon on 2026-03-10 in Shanghai.
const NOW = new Date('2026-03-10T04:00:00Z');
/** An instant by the clock in Shanghai. */
const at = (text: string) => new Date(`${text}+08:00`);

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  held.db = db;
});
afterAll(() => db.$client.end());

const join = async (when: Date, role: 'student' | 'mentor' = 'student'): Promise<number> => {
  const { id } = await mintAccount(db, { role });
  await db.update(account).set({ createdAt: when }).where(eq(account.id, id));
  return id;
};

const bind = (accountId: number, boundAt: Date) =>
  db.insert(wechatUser).values({ appId: 'wx', openid: unique('o'), accountId, boundAt });

async function put(accountId: number, status: MessageStatus, when: Date): Promise<void> {
  const isSent = status === 'accepted' || status === 'delivered';
  await db.insert(message).values({
    accountId,
    cause: unique('cause'),
    kind: 'text',
    title: '测试',
    content: { kind: 'text', text: '测试' },
    status,
    clientMsgId: randomUUID(),
    dueAt: when,
    sendingSince: status === 'queued' ? null : when,
    acceptedAt: isSent ? when : null,
    deliveredAt: status === 'delivered' ? when : null,
  });
}

it('counts each day from midnight to midnight in Shanghai', async () => {
  const long = at('2025-01-01T00:00:00');
  const [student, mentor] = [await join(long), await join(long, 'mentor')];
  const place = async (priceFen: number, placedAt: Date, paidAt: Date | null) => {
    const course = await mintCourse(db, { prices: [[30, priceFen]] });
    const placed = await mintPendingOrder(db, student, [{ product: course }], { now: placedAt });
    if (paidAt) await db.update(order).set({ status: 'paid', paidAt }).where(eq(order.id, placed.id));
    return placed.id;
  };
  // Paid the day after it was placed: revenue of the day of the payment.
  await place(100, at('2026-03-09T23:59:59'), at('2026-03-10T00:00:00'));
  await place(20, at('2026-03-09T12:00:00'), at('2026-03-09T23:59:59.999'));
  await place(3, at('2026-03-04T00:00:00'), at('2026-03-04T00:00:00'));
  await place(5000, at('2026-03-03T23:59:59'), at('2026-03-03T23:59:59'));
  await place(70_000, at('2026-02-09T00:00:00'), at('2026-02-09T00:00:00'));
  await place(900_000, at('2026-02-08T23:59:59'), at('2026-02-08T23:59:59'));
  await place(1, at('2026-03-10T11:00:00'), null);
  const over = await place(1, at('2026-03-10T10:00:00'), null);
  await db
    .update(order)
    .set({ status: 'expired', closedAt: at('2026-03-10T10:30:00') })
    .where(eq(order.id, over));
  const refunded = await place(4000, at('2026-03-08T10:00:00'), at('2026-03-08T10:00:00'));
  await db.update(order).set({ status: 'refunded' }).where(eq(order.id, refunded));
  const back = { orderId: refunded, status: 'succeeded', beli: ZERO_BELI, reason: '买错了' } as const;
  await db.insert(refund).values([
    { ...back, outRequestNo: unique('r'), cashFen: fen(4000), finishedAt: at('2026-03-10T00:00:00') },
    { ...back, outRequestNo: unique('r'), cashFen: fen(1), status: 'failed', finishedAt: at('2026-03-10T00:00:00') },
  ]);

  await join(at('2026-03-10T00:00:00'));
  await join(at('2026-03-09T23:59:59'));
  await join(at('2026-03-10T09:00:00'), 'mentor');
  await bind(student, at('2026-03-10T08:00:00'));
  await bind(mentor, at('2026-03-10T08:00:00'));
  await put(student, 'accepted', at('2026-03-10T00:00:00'));
  await put(student, 'delivered', at('2026-03-09T23:59:59'));
  await put(student, 'failed', at('2026-03-10T01:00:00'));
  await put(student, 'unknown', at('2026-03-10T02:00:00'));
  await put(student, 'queued', at('2026-03-10T03:00:00'));

  const series = await getOverview(NOW);
  expect(series.at(-1)).toEqual({
    day: '2026-03-10',
    receivedFen: 100,
    refundedFen: 4000,
    paidBackFen: 0,
    placedOrders: 2,
    placedPaid: 0,
    paidOrders: 1,
    pendingOrders: 1,
    lagSeconds: 1,
    newStudents: 1,
    boundStudents: 1,
    sentMessages: 1,
    failedMessages: 2,
  });
  expect(series.at(-2)).toMatchObject({
    receivedFen: 20,
    placedOrders: 2,
    placedPaid: 2,
    paidOrders: 1,
    newStudents: 1,
    sentMessages: 1,
  });
  expect(sumLast(series, 7)).toMatchObject({
    receivedFen: 4123,
    refundedFen: 4000,
    paidBackFen: 4000,
    paidOrders: 4,
    newStudents: 2,
    sentMessages: 2,
  });
  expect(sumLast(series, 30)).toMatchObject({ receivedFen: 79_123, paidOrders: 6 });
});

it('begins a new day at midnight in Shanghai', async () => {
  const lastSecond = await getOverview(at('2026-03-10T23:59:59'));
  const midnight = await getOverview(at('2026-03-11T00:00:00'));
  expect(lastSecond.at(-1)).toMatchObject({ day: '2026-03-10', receivedFen: 100 });
  expect(midnight.at(-1)).toMatchObject({ day: '2026-03-11', receivedFen: 0 });
  expect(midnight.at(-2)).toEqual(lastSecond.at(-1));
});

it('sums discounts by the coupon that gave them, on the day of the payment', async () => {
  const { id } = await mintAccount(db);
  const course = await mintCourse(db, { prices: [[30, 10_000]] });
  const [bound, whole] = [
    await mintCouponRecord(db, id, { productId: course.id, name: '课程券甲' }),
    await mintCouponRecord(db, id, { name: '全场券乙' }),
  ];
  const line = { product: course, couponRecordId: bound.id, lineDiscountFen: 700, orderDiscountFen: 900 };
  const noon = at('2026-05-10T12:00:00');
  const minted = await mintPendingOrder(db, id, [line], { orderCouponRecordId: whole.id, now: noon });
  expect((await getDiscounts(noon)).series).toEqual([]);
  await db.update(order).set({ status: 'paid', paidAt: noon }).where(eq(order.id, minted.id));
  const { series, days } = await getDiscounts(noon);
  expect(series.map(({ name }) => name)).toEqual(['全场券乙', '课程券甲']);
  expect(Object.values(days.at(-1)?.discounts ?? {})).toEqual([900, 700]);
});
