import type { Ctx } from '../ctx';
import { countInWindow } from './count-in-window';
import { FAILURES_ALLOWED, type FailureKeys, WINDOW_SECONDS } from './failure-keys';

/** Counts one failure under each key; says whether it is still among those that are answered. */
export async function recordFailure(ctx: Ctx, keys: FailureKeys): Promise<'answered' | 'throttled'> {
  const counts = await countInWindow(ctx, keys, WINDOW_SECONDS);
  return counts.every((count) => count <= FAILURES_ALLOWED) ? 'answered' : 'throttled';
}
