import { and, gt, gte, inArray } from 'drizzle-orm';
import { throttle } from '@/db/schema';
import type { Ctx } from '../ctx';
import { openSince } from './count-in-window';
import { FAILURES_ALLOWED, type FailureKeys, WINDOW_SECONDS } from './failure-keys';

/** Whether one of the keys has used up the failures of its minute. */
export async function isThrottled(ctx: Ctx, keys: FailureKeys): Promise<boolean> {
  const usedUp = await ctx.db
    .select({ key: throttle.key })
    .from(throttle)
    .where(
      and(
        inArray(throttle.key, [...keys]),
        gt(throttle.windowStart, openSince(ctx.now, WINDOW_SECONDS)),
        gte(throttle.count, FAILURES_ALLOWED),
      ),
    );
  return usedUp.length > 0;
}
