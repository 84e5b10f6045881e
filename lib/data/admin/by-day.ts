import 'server-only';
import { and, gte, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { message } from '@/db/schema';
import { OVERVIEW_DAYS } from '@/lib/domain/admin/overview';
import { addDays, endOfDay, shanghaiDay, startOfDay } from '@/lib/domain/shanghai-day';

// What is counted by the days of the overviews, in Asia/Shanghai: the day is selected first, and grouped by.

export const dayOf = (column: PgColumn): SQL<string> =>
  sql<string>`to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;

/** In one of the last days, today included. */
export function within(column: PgColumn, now: Date): SQL | undefined {
  const today = shanghaiDay(now);
  return and(gte(column, startOfDay(addDays(today, 1 - OVERVIEW_DAYS))), lt(column, endOfDay(today)));
}

export const byDay = sql`1`;

/** Messages that failed within these days, by the last try; one whose fate is unknown counts, as somebody must look. */
export const failedWithin = (now: Date): SQL | undefined =>
  and(
    inArray(message.status, ['failed', 'unknown']),
    isNotNull(message.sendingSince),
    within(message.sendingSince, now),
  );
