const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
const NOT_NULL = '23502';

/** Whether a statement failed because of this unique index, by its name in the schema. */
export function isUniqueViolation(error: unknown, index: string): boolean {
  const cause = databaseError(error);
  return field(cause, 'code') === UNIQUE && field(cause, 'constraint_name') === index;
}

/** Whether a statement failed because it left this column empty. */
export function isNotNullViolation(error: unknown, table: string, column: string): boolean {
  const cause = databaseError(error);
  return (
    field(cause, 'code') === NOT_NULL && field(cause, 'table_name') === table && field(cause, 'column_name') === column
  );
}

/** Whether a statement failed because a row names one that is not there, or because others still name a deleted one. */
export const isForeignKeyViolation = (error: unknown): boolean => field(databaseError(error), 'code') === FOREIGN_KEY;

/** What PostgreSQL said; Drizzle wraps it. By shape, not by class: a server may have loaded either library twice. */
const databaseError = (error: unknown): unknown => (field(error, 'code') === undefined ? field(error, 'cause') : error);

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
