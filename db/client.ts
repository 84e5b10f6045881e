import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { preparing } from './prepared';
import * as schema from './schema';

/** One pool. `max` connections; the caller ends it with `db.$client.end()`. */
export function createDb(url: string, options: { max?: number } = {}) {
  const client = postgres(url, { max: options.max ?? 10, onnotice: () => {}, idle_timeout: 60 });
  return drizzle(preparing(client), { schema, casing: 'snake_case' });
}

export type Database = ReturnType<typeof createDb>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** A pool or an open transaction: a service takes either, and a transaction inside a transaction is a savepoint. */
export type Db = Database | Transaction;
