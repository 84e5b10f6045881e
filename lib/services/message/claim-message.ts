import { and, eq, sql } from 'drizzle-orm';
import { message, wechatUser } from '@/db/schema';
import type { MessageContent } from '@/lib/domain/message';
import type { Ctx } from '../ctx';

export interface ClaimedMessage {
  readonly id: number;
  readonly campaignId: number | null;
  readonly openid: string;
  readonly content: MessageContent;
  readonly clientMsgId: string;
  readonly isText: boolean;
  /** This one included. Together with the id it names one sending. */
  readonly attempts: number;
  /** The first sending that may have arrived; this one, if none before may have. */
  readonly firstSentAt: Date;
  readonly wasSentBefore: boolean;
}

/**
 * Takes a queued message for sending, to whoever the account is bound to now. Without a binding it is cancelled: it was
 * being sent while the student unbound, and came back to the queue.
 */
export async function claimMessage(ctx: Ctx, messageId: number): Promise<ClaimedMessage | null> {
  const queued = and(eq(message.id, messageId), eq(message.status, 'queued'));
  const [claimed] = await ctx.db
    .update(message)
    .set({
      status: 'sending',
      sendingSince: ctx.now,
      firstSentAt: sql`coalesce(${message.firstSentAt}, ${ctx.now.toISOString()}::timestamptz)`,
      wechatUserId: wechatUser.id,
      attempts: sql`${message.attempts} + 1`,
    })
    .from(wechatUser)
    // Whoever is bound has an openid: leaving ends the binding.
    .where(and(queued, eq(wechatUser.accountId, message.accountId)))
    .returning({
      id: message.id,
      campaignId: message.campaignId,
      openid: sql<string>`${wechatUser.openid}`,
      content: message.content,
      clientMsgId: message.clientMsgId,
      attempts: message.attempts,
      firstSentAt: message.firstSentAt,
    });
  if (!claimed) {
    await ctx.db.update(message).set({ status: 'cancelled', reason: '已解除绑定' }).where(queued);
    return null;
  }
  const firstSentAt = claimed.firstSentAt ?? ctx.now;
  const wasSentBefore = firstSentAt.getTime() !== ctx.now.getTime();
  return { ...claimed, isText: claimed.content.kind === 'text', firstSentAt, wasSentBefore };
}
