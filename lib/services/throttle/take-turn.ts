import { sql } from 'drizzle-orm';
import { throttle } from '@/db/schema';
import type { Ctx } from '../ctx';

export interface Turn {
  /** Names what is limited, never a secret. */
  readonly key: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

/** Counts one use in the key's current window, in every process alike; says whether it is within the limit. */
export async function takeTurn(ctx: Ctx, { key, limit, windowSeconds }: Turn): Promise<boolean> {
  const openSince = new Date(ctx.now.getTime() - windowSeconds * 1000);
  const isOver = sql`${throttle.windowStart} <= ${openSince.toISOString()}`;
  const [counted] = await ctx.db
    .insert(throttle)
    .values({ key, windowStart: ctx.now, count: 1 })
    .onConflictDoUpdate({
      target: throttle.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${throttle.count} + 1 end`,
        windowStart: sql`case when ${isOver} then excluded.window_start else ${throttle.windowStart} end`,
      },
    })
    .returning({ count: throttle.count });
  return counted !== undefined && counted.count <= limit;
}
