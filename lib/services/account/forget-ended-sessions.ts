import { lt } from 'drizzle-orm';
import { endedSession } from '@/db/schema';
import type { Ctx } from '../ctx';

/** Forgets the ended sessions whose tokens have all run out by themselves. */
export async function forgetEndedSessions(ctx: Ctx): Promise<void> {
  await ctx.db.delete(endedSession).where(lt(endedSession.forgetAt, ctx.now));
}
