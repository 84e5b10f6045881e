import { endedSession } from '@/db/schema';
import { ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';

/** Ends one session for good. `lifeSeconds`: how long its newest token could still be shown. */
export async function endSession(
  ctx: Ctx,
  session: { readonly sessionId: string; readonly lifeSeconds: number },
): Promise<Result<null, never>> {
  const forgetAt = new Date(ctx.now.getTime() + session.lifeSeconds * 1000);
  await ctx.db.insert(endedSession).values({ sessionId: session.sessionId, forgetAt }).onConflictDoNothing();
  return ok(null);
}
