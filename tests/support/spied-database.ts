import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Database } from '@/db/client';
import * as schema from '@/db/schema';

type Parameter = string | number | boolean | null;

export interface Statement {
  readonly query: string;
  readonly params: Parameter[];
}

export interface SpiedDatabase {
  readonly db: Database;
  /** What `work` asked the database, without begin and commit. */
  readonly during: (work: () => Promise<unknown>) => Promise<Statement[]>;
}

/** The database at `url` over a pool of its own, with every statement written down. */
export function spiedDatabase(url: string): SpiedDatabase {
  const heard: Statement[] = [];
  const parameter = (value: unknown): Parameter => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    return value === null ? null : JSON.stringify(value);
  };
  const logger = {
    logQuery: (query: string, params: unknown[]) => void heard.push({ query, params: params.map(parameter) }),
  };
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
