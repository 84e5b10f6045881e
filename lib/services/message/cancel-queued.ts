import { and, asc, eq } from 'drizzle-orm';
import { message } from '@/db/schema';
import type { TxCtx } from '../ctx';

/** Messages that have not left yet will not leave. The caller has locked the account. */
export async function cancelQueued(ctx: TxCtx, accountId: number, reason: string): Promise<void> {
  const queued = and(eq(message.accountId, accountId), eq(message.status, 'queued'));
  await ctx.db.select({ id: message.id }).from(message).where(queued).orderBy(asc(message.id)).for('no key update');
  await ctx.db.update(message).set({ status: 'cancelled', reason }).where(queued);
}
