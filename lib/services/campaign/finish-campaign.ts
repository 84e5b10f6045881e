import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { campaign, message } from '@/db/schema';
import type { Ctx } from '../ctx';

/** What is being sent is decided on within minutes, by its sender or by recover-messages. */
const LOOK_AGAIN_MS = 60_000;
/** A quota may be free again sooner than it was thought. */
const LATEST_MS = 5 * 60_000;

/**
 * When there is nothing to be sent just now: finished once every message has come to an end; else tells when to look
 * again. Null: there is nothing more to do.
 */
export async function finishCampaign(ctx: Ctx, campaignId: number): Promise<Date | null> {
  return ctx.db.transaction(async (tx) => {
    // Locked first, so that a retry of failed messages is either seen here or comes after it.
    const isFilled = and(eq(campaign.id, campaignId), eq(campaign.status, 'running'), isNotNull(campaign.filledAt));
    const [open] = await tx.select({ id: campaign.id }).from(campaign).where(isFilled).for('no key update');
    if (!open) return null;
    const [left] = await tx
      .select({
        messages: sql<number>`count(*)::int`,
        next: sql`min(${message.dueAt}) filter (where ${message.status} = 'queued')`.mapWith(message.dueAt),
      })
      .from(message)
      .where(and(eq(message.campaignId, campaignId), sql`${message.status} in ('queued', 'sending')`));
    if (!left || left.messages === 0) {
      await tx.update(campaign).set({ status: 'finished', finishedAt: ctx.now }).where(eq(campaign.id, campaignId));
      return null;
    }
    return lookAgainAt(ctx.now, left.next);
  });
}

/** Due already, and yet not to be had: another worker is about to take it. */
const SOONEST_MS = 1000;

function lookAgainAt(now: Date, next: Date | null): Date {
  const wait = next ? next.getTime() - now.getTime() : LOOK_AGAIN_MS;
  return new Date(now.getTime() + Math.min(Math.max(wait, SOONEST_MS), LATEST_MS));
}
