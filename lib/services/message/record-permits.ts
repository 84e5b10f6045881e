import { and, asc, eq, sql } from 'drizzle-orm';
import { message, subscribePermit } from '@/db/schema';
import type { TxCtx } from '../ctx';
import { concludeDelivery } from './record-delivery';

interface PermitEvent {
  readonly wechatUserId: number;
  /** `subscribe_msg_popup_event`, `subscribe_msg_change_event` or `subscribe_msg_sent_event`. */
  readonly event: string;
  /**
   * `status` is what the person said (`accept`, `reject`), or what became of a message: `success`, or the code and words
   * of a failure.
   */
  readonly items: readonly { readonly templateId: string; readonly status: string; readonly msgid?: string }[];
}

/** What a person allowed, took back, or was sent, as WeChat's events about 订阅通知 say. Handled once by the caller. */
export async function recordPermits(ctx: TxCtx, { wechatUserId, event, items }: PermitEvent): Promise<void> {
  const ordered = items.toSorted((a, b) => (a.templateId < b.templateId ? -1 : 1));
  for (const { templateId, status } of ordered) {
    if (event === 'subscribe_msg_sent_event') await recordSent(ctx, { wechatUserId, templateId, status });
    else if (status === 'accept' && event === 'subscribe_msg_popup_event') await add(ctx, wechatUserId, templateId);
    // Turned off in WeChat's settings: what was allowed before counts no more.
    else if (status === 'reject' && event === 'subscribe_msg_change_event') await drop(ctx, wechatUserId, templateId);
  }
}

async function add(ctx: TxCtx, wechatUserId: number, templateId: string): Promise<void> {
  await ctx.db
    .insert(subscribePermit)
    .values({ wechatUserId, templateId, left: 1, changedAt: ctx.now })
    .onConflictDoUpdate({
      target: [subscribePermit.wechatUserId, subscribePermit.templateId],
      set: { left: sql`${subscribePermit.left} + 1`, changedAt: ctx.now },
    });
}

async function drop(ctx: TxCtx, wechatUserId: number, templateId: string): Promise<void> {
  await ctx.db
    .update(subscribePermit)
    .set({ left: 0, changedAt: ctx.now })
    .where(and(eq(subscribePermit.wechatUserId, wechatUserId), eq(subscribePermit.templateId, templateId)));
}

interface Sent {
  readonly wechatUserId: number;
  readonly templateId: string;
  readonly status: string;
}

/** WeChat gives no number when it takes a 订阅通知: the oldest that is not concluded is meant. */
async function recordSent(ctx: TxCtx, { wechatUserId, templateId, status }: Sent): Promise<void> {
  const [oldest] = await ctx.db
    .select({ id: message.id })
    .from(message)
    .where(
      and(
        eq(message.wechatUserId, wechatUserId),
        eq(message.templateId, templateId),
        eq(message.sentAs, 'subscribe'),
        eq(message.status, 'accepted'),
      ),
    )
    .orderBy(asc(message.id))
    .limit(1);
  if (oldest) await concludeDelivery(ctx, [oldest.id], status === '0' ? 'success' : status);
}
