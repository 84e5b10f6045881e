import type { Sql, TransactionSql } from 'postgres';

/** Longer lists of parameters are bulk writes: each length is a statement of its own, hardly ever repeated. */
const MOST_PARAMETERS = 64;

/**
 * Drizzle sends a statement unnamed each time: described, parsed and planned again, in two round trips instead of one.
 * This client lets every connection keep what it has prepared, within transactions and savepoints too.
 */
export function preparing<C extends Sql | TransactionSql>(client: C): C {
  return new Proxy(client, {
    get(target, key) {
      if (key === 'unsafe') return keepStatements((...args) => target.unsafe(...args));
      const value: unknown = Reflect.get(target, key);
      if (!(key === 'begin' || key === 'savepoint') || typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => Reflect.apply(value, target, args.map(handOver));
    },
  });
}

const keepStatements =
  (unsafe: Sql['unsafe']): Sql['unsafe'] =>
  (query, parameters = [], options = {}) =>
    unsafe(query, parameters, { ...options, prepare: parameters.length <= MOST_PARAMETERS });

/** begin and savepoint take an optional name and what is to be done with the connection they hand over. */
const handOver = (arg: unknown): unknown => (isBody(arg) ? (inner: TransactionSql) => arg(preparing(inner)) : arg);

const isBody = (arg: unknown): arg is (client: TransactionSql) => unknown => typeof arg === 'function';
