import { sql } from 'drizzle-orm';
import { throttle } from '@/db/schema';
import type { Ctx } from '../ctx';

/**
 * Counts one under each key, in every process alike, and gives back the counts of the windows that are open now. One
 * statement, which locks the keys in their order: parallel counts are exact, and deadlock only if callers differ in it.
 */
export async function countInWindow(ctx: Ctx, keys: readonly string[], windowSeconds: number): Promise<number[]> {
  const isOver = sql`${throttle.windowStart} <= ${openSince(ctx.now, windowSeconds).toISOString()}`;
  const counted = await ctx.db
    .insert(throttle)
    .values(keys.map((key) => ({ key, windowStart: ctx.now, count: 1 })))
    .onConflictDoUpdate({
      target: throttle.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${throttle.count} + 1 end`,
        windowStart: sql`case when ${isOver} then excluded.window_start else ${throttle.windowStart} end`,
      },
    })
    .returning({ count: throttle.count });
  return counted.map((row) => row.count);
}

/** A window that began after this is open at `now`. */
export const openSince = (now: Date, windowSeconds: number): Date => new Date(now.getTime() - windowSeconds * 1000);
