import { and, eq, gt, sql } from 'drizzle-orm';
import { message, subscribePermit } from '@/db/schema';
import type { Ctx } from '../ctx';
import type { ClaimedMessage } from './claim-message';

const permitOf = (wechatUserId: number, templateId: string) =>
  and(eq(subscribePermit.wechatUserId, wechatUserId), eq(subscribePermit.templateId, templateId));

export async function hasPermit(ctx: Ctx, wechatUserId: number, templateId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ left: subscribePermit.left })
    .from(subscribePermit)
    .where(and(permitOf(wechatUserId, templateId), gt(subscribePermit.left, 0)));
  return rows.length > 0;
}

/**
 * Uses a permission up and notes that the message now goes as a 订阅通知. False: somebody else used the last one, or
 * this sending is over: it took so long that the message was given to another sender.
 */
export async function usePermit(
  ctx: Ctx,
  { id, attempts, wechatUserId }: ClaimedMessage,
  templateId: string,
): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const isThis = and(eq(message.id, id), eq(message.status, 'sending'), eq(message.attempts, attempts));
    const [own] = await tx.select({ id: message.id }).from(message).where(isThis).for('no key update');
    if (!own) return false;
    const used = await tx
      .update(subscribePermit)
      .set({ left: sql`${subscribePermit.left} - 1`, changedAt: ctx.now })
      .where(and(permitOf(wechatUserId, templateId), gt(subscribePermit.left, 0)))
      .returning({ left: subscribePermit.left });
    if (used.length === 0) return false;
    await tx.update(message).set({ sentAs: 'subscribe', templateId }).where(isThis);
    return true;
  });
}

/** It was not needed after all. */
export async function returnPermit(ctx: Ctx, wechatUserId: number, templateId: string): Promise<void> {
  await ctx.db
    .update(subscribePermit)
    .set({ left: sql`${subscribePermit.left} + 1`, changedAt: ctx.now })
    .where(permitOf(wechatUserId, templateId));
}

/** WeChat says there are none. */
export async function forgetPermits(ctx: Ctx, wechatUserId: number, templateId: string): Promise<void> {
  await ctx.db.update(subscribePermit).set({ left: 0, changedAt: ctx.now }).where(permitOf(wechatUserId, templateId));
}
