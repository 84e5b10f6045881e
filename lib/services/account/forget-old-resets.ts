import { lt } from 'drizzle-orm';
import { passwordReset } from '@/db/schema';
import type { Ctx } from '../ctx';

const KEPT_HOURS = 24;

/** Codes that ended long ago; that a password was reset stands in the audit log. */
export async function forgetOldResets(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - KEPT_HOURS * 3_600_000);
  await ctx.db.delete(passwordReset).where(lt(passwordReset.expiresAt, before));
}
