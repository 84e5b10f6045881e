import { lt } from 'drizzle-orm';
import { throttle } from '@/db/schema';
import type { Ctx } from '../ctx';

/** Longer than any window. */
const KEPT_MS = 60 * 60 * 1000;

/** Throws counters away whose window is long over. */
export async function forgetOldTurns(ctx: Ctx): Promise<void> {
  await ctx.db.delete(throttle).where(lt(throttle.windowStart, new Date(ctx.now.getTime() - KEPT_MS)));
}
