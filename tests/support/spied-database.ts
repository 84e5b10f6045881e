import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Database } from '@/db/client';
import * as schema from '@/db/schema';

interface Statement {
  readonly query: string;
  readonly params: unknown[];
}

export interface SpiedDatabase {
  readonly db: Database;
  /** What `work` asked the database, without begin and commit. */
  readonly during: (work: () => Promise<unknown>) => Promise<Statement[]>;
}

/** The database at `url` over a pool of its own, with every statement written down. */
export function spiedDatabase(url: string): SpiedDatabase {
  const heard: Statement[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => void heard.push({ query, params }) };
  const client = postgres(url, { max: 4, onnotice: () => {} });
  return {
    db: drizzle(client, { schema, casing: 'snake_case', logger }),
    during: async (work) => {
      heard.length = 0;
      await work();
      return heard.filter(({ query }) => !/^(begin|commit|rollback|savepoint|release)/i.test(query));
    },
  };
}
