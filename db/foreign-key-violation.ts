import { DrizzleQueryError } from 'drizzle-orm';
import postgres from 'postgres';

const FOREIGN_KEY_VIOLATION = '23503';

/** Whether a statement failed because a row names one that is not there, or because others still name a deleted one. */
export function isForeignKeyViolation(error: unknown): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return cause instanceof postgres.PostgresError && cause.code === FOREIGN_KEY_VIOLATION;
}
