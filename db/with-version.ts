import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

type Columns = Readonly<Record<string, PgColumn>>;

/**
 * The columns of a form, and a version of what they hold: a form carries it along, so that what somebody else saved
 * meanwhile is noticed. It is of these columns alone: a row that was only moved, or published, has the same.
 */
export function withVersion<C extends Columns>(columns: C): C & { readonly version: SQL<string> } {
  const values = sql.join(
    Object.values(columns).map((column) => sql`${column}`),
    sql`, `,
  );
  return { ...columns, version: sql<string>`md5(row(${values})::text)` };
}
