import 'server-only';
import { and, count, eq, gte, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/client';
import { account, message, order, wechatUser } from '@/db/schema';
import { type DayCount, type DayFigures, daySeries, OVERVIEW_DAYS } from '@/lib/domain/admin/overview';
import { addDays, endOfDay, shanghaiDay, startOfDay } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';

/** The figures of the last days in Asia/Shanghai, the oldest first, today last. */
export async function getOverview(now = new Date()): Promise<DayFigures[]> {
  const db = await adminDb();
  const counts = await Promise.all([
    paidByDay(db, now),
    pendingByDay(db, now),
    studentsByDay(db, now),
    bindingsByDay(db, now),
    sentByDay(db, now),
    failedByDay(db, now),
  ]);
  return daySeries(now, counts.flat());
}

const dayOf = (column: PgColumn): SQL<string> =>
  sql<string>`to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;

function within(column: PgColumn, now: Date): SQL | undefined {
  const today = shanghaiDay(now);
  return and(gte(column, startOfDay(addDays(today, 1 - OVERVIEW_DAYS))), lt(column, endOfDay(today)));
}

const byDay = sql`1`;

const paidByDay = (db: Db, now: Date): Promise<DayCount[]> =>
  db
    .select({
      day: dayOf(order.paidAt),
      paidOrders: count(),
      revenueFen: sql`sum(${order.cashFen})`.mapWith(Number),
    })
    .from(order)
    .where(within(order.paidAt, now))
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

/** By the day of the last try. A message whose fate is unknown counts as failed: somebody must look. */
const failedByDay = (db: Db, now: Date): Promise<DayCount[]> =>
  db
    .select({ day: dayOf(message.sendingSince), failedMessages: count() })
    .from(message)
    .where(
      and(
        inArray(message.status, ['failed', 'unknown']),
        isNotNull(message.sendingSince),
        within(message.sendingSince, now),
      ),
    )
    .groupBy(byDay);
