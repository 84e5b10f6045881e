import { and, eq, inArray } from 'drizzle-orm';
import { billDay } from '@/db/schema';
import { addDays, shanghaiDay } from '@/lib/domain/shanghai-day';
import type { Ctx } from '../ctx';
import { enqueueAll } from '../enqueue';

/** A bill comes on the next morning, late sometimes; a worker may have slept. */
const DAYS_BACK = 7;

/** Leaves a job for every day of the last week that was not compared yet. Returns how many. */
export async function sweepDays(ctx: Ctx): Promise<number> {
  const today = shanghaiDay(ctx.now);
  const days = Array.from({ length: DAYS_BACK }, (_, index) => addDays(today, -1 - index));
  const done = await ctx.db
    .select({ day: billDay.day })
    .from(billDay)
    .where(and(inArray(billDay.day, days), eq(billDay.status, 'matched')));
  const open = days.filter((day) => !done.some((row) => row.day === day));
  await enqueueAll(
    ctx.db,
    'bill.reconcile',
    open.map((day) => ({ payload: { day }, key: `bill:${day}` })),
  );
  return open.length;
}
