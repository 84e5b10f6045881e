import 'server-only';
import { and, count, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/client';
import { account, coupon, couponRecord, message, order, orderLine, refund, wechatUser } from '@/db/schema';
import {
  type CouponDiscount,
  type DayCount,
  type DayFigures,
  type DiscountSeries,
  daySeries,
  discountSeries,
} from '@/lib/domain/admin/overview';
import { adminDb } from './admin-db';
import { byDay, dayOf, failedWithin, within } from './by-day';

/** The figures of the last days in Asia/Shanghai, the oldest first, today last. */
export async function getOverview(now = new Date()): Promise<DayFigures[]> {
  const db = await adminDb();
  const counts = await Promise.all([
    paidByDay(db, now),
    refundedByDay(db, now),
    paidBackByDay(db, now),
    placedByDay(db, now),
    pendingByDay(db, now),
    studentsByDay(db, now),
    bindingsByDay(db, now),
    sentByDay(db, now),
    failedByDay(db, now),
  ]);
  return daySeries(now, counts.flat());
}

/** Seconds from placing to paying, of the order in the middle. */
const medianLag = sql`percentile_cont(0.5) within group (order by extract(epoch from ${order.paidAt} - ${order.placedAt}))`;

const paidByDay = (db: Db, now: Date): Promise<DayCount[]> =>
  db
    .select({
      day: dayOf(order.paidAt),
      paidOrders: count(),
      receivedFen: sql`sum(${order.cashFen})`.mapWith(Number),
      lagSeconds: medianLag.mapWith(Number),
    })
    .from(order)
    .where(within(order.paidAt, now))
    .groupBy(byDay);

/** Late money, which no order counted, does not count when it goes back either. */
const isGivenBack = and(eq(refund.kind, 'lines'), eq(refund.status, 'succeeded'));

const refundedByDay = (db: Db, now: Date): Promise<DayCount[]> =>
  db
    .select({ day: dayOf(refund.finishedAt), refundedFen: sql`sum(${refund.cashFen})`.mapWith(Number) })
    .from(refund)
    .where(and(isGivenBack, within(refund.finishedAt, now)))
    .groupBy(byDay);

/** By the day of the payment. */
const paidBackByDay = (db: Db, now: Date): Promise<DayCount[]> =>
  db
    .select({ day: dayOf(order.paidAt), paidBackFen: sql`sum(${refund.cashFen})`.mapWith(Number) })
    .from(refund)
    .innerJoin(order, eq(order.id, refund.orderId))
    .where(and(isGivenBack, within(order.paidAt, now)))
    .groupBy(byDay);

const placedByDay = (db: Db, now: Date): Promise<DayCount[]> =>
  db
    .select({ day: dayOf(order.placedAt), placedOrders: count(), placedPaid: count(order.paidAt) })
    .from(order)
    .where(within(order.placedAt, now))
    .groupBy(byDay);

/** By the day on which they were placed: those that still wait for their payment. */
const pendingByDay = (db: Db, now: Date): Promise<DayCount[]> =>
  db
    .select({ day: dayOf(order.placedAt), pendingOrders: count() })
    .from(order)
    .where(and(eq(order.status, 'pending'), within(order.placedAt, now)))
    .groupBy(byDay);

const studentsByDay = (db: Db, now: Date): Promise<DayCount[]> =>
  db
    .select({ day: dayOf(account.createdAt), newStudents: count() })
    .from(account)
    .where(and(eq(account.role, 'student'), within(account.createdAt, now)))
    .groupBy(byDay);

/** By the day on which they bound the WeChat they are bound to now. */
const bindingsByDay = (db: Db, now: Date): Promise<DayCount[]> =>
  db
    .select({ day: dayOf(wechatUser.boundAt), boundStudents: count() })
    .from(wechatUser)
    .innerJoin(account, eq(account.id, wechatUser.accountId))
    .where(and(eq(account.role, 'student'), within(wechatUser.boundAt, now)))
    .groupBy(byDay);

const sentByDay = (db: Db, now: Date): Promise<DayCount[]> =>
  db
    .select({ day: dayOf(message.acceptedAt), sentMessages: count() })
    .from(message)
    .where(and(inArray(message.status, ['accepted', 'delivered']), within(message.acceptedAt, now)))
    .groupBy(byDay);

const failedByDay = (db: Db, now: Date): Promise<DayCount[]> =>
  db
    .select({ day: dayOf(message.sendingSince), failedMessages: count() })
    .from(message)
    .where(failedWithin(now))
    .groupBy(byDay);

/** What coupons took off the orders paid on each of the last days. */
export async function getDiscounts(now = new Date()): Promise<DiscountSeries> {
  const db = await adminDb();
  return discountSeries(now, await discountsByDay(db, now));
}

/** Of a line by the line's coupon, of an order by the order's. */
async function discountsByDay(db: Db, now: Date): Promise<CouponDiscount[]> {
  const isPaid = within(order.paidAt, now);
  const ofLines = db
    .select({ recordId: orderLine.couponRecordId, paidAt: order.paidAt, fen: orderLine.lineDiscountFen })
    .from(orderLine)
    .innerJoin(order, eq(order.id, orderLine.orderId))
    .where(and(isPaid, isNotNull(orderLine.couponRecordId)));
  const ofOrders = db
    .select({ recordId: order.orderCouponRecordId, paidAt: order.paidAt, fen: order.orderDiscountFen })
    .from(order)
    .where(and(isPaid, isNotNull(order.orderCouponRecordId)));
  const used = unionAll(ofLines, ofOrders).as('used');
  return db
    .select({
      day: sql<string>`to_char(${used.paidAt} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
      familyId: coupon.familyId,
      name: sql<string>`max(${coupon.name})`,
      discountFen: sql`sum(${used.fen})`.mapWith(Number),
    })
    .from(used)
    .innerJoin(couponRecord, eq(couponRecord.id, used.recordId))
    .innerJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .groupBy(byDay, coupon.familyId);
}
