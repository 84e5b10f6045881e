import { type SQL, sql } from 'drizzle-orm';
import { bigint, integer, timestamp } from 'drizzle-orm/pg-core';
import type { Beli, Fen } from '@/lib/domain/money';

export const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
export const reference = () => bigint({ mode: 'number' });
export const at = () => timestamp({ withTimezone: true });
export const createdAt = () => at().notNull().defaultNow();
/** Integer fen. */
export const fenColumn = () => integer().$type<Fen>();
/** Whole 贝里. */
export const beliColumn = () => integer().$type<Beli>();

/** `column IN ('a', 'b')` for a CHECK over one of the `as const` enum arrays. */
export function oneOf(column: { name: string }, values: readonly (string | number)[]): SQL {
  const list = values.map((value) => (typeof value === 'number' ? String(value) : `'${value}'`)).join(', ');
  return sql`${column} in (${sql.raw(list)})`;
}
