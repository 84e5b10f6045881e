import { sql } from 'drizzle-orm';
import { throttle } from '@/db/schema';
import type { Ctx } from '../ctx';
import { FAILURES_ALLOWED, type FailureKeys, openSince } from './failure-keys';

/**
 * Counts one failure under each key; says whether it is still among those that are answered.
 * One statement that locks the account's row before the address's, so that parallel failures count exactly and none deadlock.
 */
export async function recordFailure(ctx: Ctx, keys: FailureKeys): Promise<'answered' | 'throttled'> {
  const over = sql`${throttle.windowStart} <= ${openSince(ctx.now).toISOString()}`;
  const counted = await ctx.db
    .insert(throttle)
    .values(keys.map((key) => ({ key, windowStart: ctx.now, count: 1 })))
    .onConflictDoUpdate({
      target: throttle.key,
      set: {
        count: sql`case when ${over} then 1 else ${throttle.count} + 1 end`,
        windowStart: sql`case when ${over} then excluded.window_start else ${throttle.windowStart} end`,
      },
    })
    .returning({ count: throttle.count });
  return counted.every((row) => row.count <= FAILURES_ALLOWED) ? 'answered' : 'throttled';
}
