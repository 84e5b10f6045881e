import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { message } from '@/db/schema';
import { NO_TEMPLATE, type Notice } from '@/lib/domain/notice';
import type { TxCtx } from '../ctx';
import { enqueueSend } from './enqueue-send';

/** Notices that found no template may go now that there is one. */
export async function releaseNotices(ctx: TxCtx, notice: Notice): Promise<void> {
  const isStuck = and(
    eq(message.status, 'queued'),
    eq(message.reason, NO_TEMPLATE),
    sql`${message.content} ->> 'notice' = ${notice}`,
  );
  const stuck = await ctx.db
    .select({ id: message.id, campaignId: message.campaignId })
    .from(message)
    .where(isStuck)
    .orderBy(asc(message.id))
    .for('no key update', { skipLocked: true });
  if (stuck.length === 0) return;
  const ids = stuck.map(({ id }) => id);
  await ctx.db.update(message).set({ dueAt: ctx.now, reason: null }).where(inArray(message.id, ids));
  await enqueueSend(ctx.db, stuck, ctx.now);
}
