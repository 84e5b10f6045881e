import { eq, sql } from 'drizzle-orm';
import { account } from '@/db/schema';
import { ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';

/** Ends every session of one's own account, on all devices, this one too. */
export async function endSessions(ctx: AccountCtx): Promise<Result<null, never>> {
  await ctx.db
    .update(account)
    .set({ sessionVersion: sql`${account.sessionVersion} + 1` })
    .where(eq(account.id, ctx.actor.id));
  return ok(null);
}
