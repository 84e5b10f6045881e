import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './columns';

/** Fixed-window counters, shared by every process. The key names what is limited, never a secret. */
export const throttle = pgTable(
  'throttle',
  {
    key: text().primaryKey(),
    windowStart: at().notNull(),
    count: integer().notNull(),
  },
  (t) => [index('throttle_window_start_idx').on(t.windowStart), check('throttle_count_check', sql`${t.count} >= 0`)],
);

/** When each cache tag last expired. Written in the business transaction, read by the page cache of every process. */
export const cacheTag = pgTable('cache_tag', {
  tag: text().primaryKey(),
  version: bigint({ mode: 'number' }).notNull().default(1),
  expiredAt: at().notNull(),
});

/** One row a running worker; health reads how long ago it was seen. */
export const workerHeartbeat = pgTable('worker_heartbeat', {
  workerId: text().primaryKey(),
  seenAt: at().notNull(),
});
