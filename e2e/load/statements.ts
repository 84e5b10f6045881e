import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

export interface Statements {
  /** Without begin and commit. */
  readonly count: number;
  readonly transactions: number;
}

/**
 * What the site asked its database for while `work` ran, by pg_stat_statements and the site's own role: the worker and
 * the bench itself are others. The page cache's look at its tags, at most once a second, is no part of it.
 */
export async function countStatements(db: Database, role: string, work: () => Promise<unknown>): Promise<Statements> {
  await db.execute(sql`select pg_stat_statements_reset()`);
  await work();
  const rows = await db.execute<{ query: string; calls: number }>(sql`
    select query, calls::int as calls from pg_stat_statements
    join pg_roles on pg_roles.oid = userid where rolname = ${role} and toplevel`);
  const callsOf = (fits: (query: string) => boolean): number =>
    rows.filter(({ query }) => fits(query)).reduce((sum, { calls }) => sum + calls, 0);
  return {
    count: callsOf((query) => !isFrame(query) && !isUpkeep(query)),
    transactions: callsOf((query) => /^begin/i.test(query)),
  };
}

const isFrame = (query: string): boolean => /^(begin|commit|rollback)/i.test(query.trim());

/** What a connection or a process asks once in a while, whatever it is used for. */
const isUpkeep = (query: string): boolean => /cache_tag|pg_catalog\.pg_type|from pg_type/i.test(query);
