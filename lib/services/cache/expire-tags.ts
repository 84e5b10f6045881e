import { sql } from 'drizzle-orm';
import { cacheTag } from '@/db/schema';
import type { Ctx } from '../ctx';

/**
 * Expires every cached read and page that carries one of the tags, in all processes, within a second of the commit.
 * Call it inside the transaction that changes what they show: rolled back, it expires nothing.
 */
export async function expireTags(ctx: Pick<Ctx, 'db'>, tags: readonly string[]): Promise<void> {
  // Sorted: two transactions that expire the same tags lock the rows in the same order.
  const rows = [...new Set(tags)].sort().map((tag) => ({ tag, expiredAt: sql`clock_timestamp()` }));
  if (rows.length === 0) return;
  await ctx.db
    .insert(cacheTag)
    .values(rows)
    .onConflictDoUpdate({
      target: cacheTag.tag,
      set: { version: sql`${cacheTag.version} + 1`, expiredAt: sql`clock_timestamp()` },
    });
}
