import { and, asc, eq } from 'drizzle-orm';
import { message } from '@/db/schema';
import type { TxCtx } from '../ctx';
import { enqueueSend } from './enqueue-send';

/** What waited for a binding may go now. The caller has locked the account. */
export async function releaseWaiting(ctx: TxCtx, accountId: number): Promise<void> {
  const waiting = and(eq(message.accountId, accountId), eq(message.status, 'waiting_for_bind'));
  await ctx.db.select({ id: message.id }).from(message).where(waiting).orderBy(asc(message.id)).for('no key update');
  const released = await ctx.db
    .update(message)
    .set({ status: 'queued', dueAt: ctx.now })
    .where(waiting)
    .returning({ id: message.id, campaignId: message.campaignId });
  await enqueueSend(
    ctx.db,
    released.toSorted((a, b) => a.id - b.id),
    ctx.now,
  );
}
