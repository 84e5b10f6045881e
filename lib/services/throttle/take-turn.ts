import type { Ctx } from '../ctx';
import { countInWindow } from './count-in-window';

export interface Turn {
  /** Names what is limited, never a secret. */
  readonly key: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

/** Counts one use in the key's current window; says whether it is within the limit. */
export async function takeTurn(ctx: Ctx, { key, limit, windowSeconds }: Turn): Promise<boolean> {
  const counts = await countInWindow(ctx, [key], windowSeconds);
  return counts.every((count) => count <= limit);
}
