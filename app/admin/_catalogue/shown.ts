import { refresh } from 'next/cache';
import type { Result } from '@/lib/errors';

/**
 * The page shows what has become of the catalogue, whether the change was ours or somebody else's: after a conflict its
 * forms know the row as it is now, and keep what was typed.
 */
export function shown<R extends Result<unknown>>(result: R): R {
  refresh();
  return result;
}
