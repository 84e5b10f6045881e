import { lt } from 'drizzle-orm';
import { wechatTicket } from '@/db/schema';
import type { Ctx } from '../ctx';

const KEPT_HOURS = 24;

/** Tickets that ended long ago; their pages say "expired" or "forged", and both are true. */
export async function forgetOldTickets(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - KEPT_HOURS * 3_600_000);
  await ctx.db.delete(wechatTicket).where(lt(wechatTicket.expiresAt, before));
}
