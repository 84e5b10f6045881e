import { and, eq, isNull, sql } from 'drizzle-orm';
import { wechatEvent, wechatUser } from '@/db/schema';
import { readNews } from '@/lib/domain/wechat/push';
import { pushFieldsSchema } from '@/lib/domain/wechat/push-fields';
import type { Ctx, TxCtx } from '../ctx';
import { recordDelivery } from '../message/record-delivery';
import { recordPermits } from '../message/record-permits';
import { endFollowing } from './end-following';

/** The worker's part of an event: what nobody waits for an answer to. Once, however often it is tried. */
export async function handleEvent(ctx: Ctx, { eventId }: { readonly eventId: number }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx };
    const [event] = await tx
      .select({ event: wechatEvent.event })
      .from(wechatEvent)
      .where(and(eq(wechatEvent.id, eventId), isNull(wechatEvent.handledAt)));
    if (event?.event === 'unsubscribe') await endFollowing(inTx, eventId);
    else if (event) await handleNews(inTx, eventId);
  });
}

async function handleNews(ctx: TxCtx, eventId: number): Promise<void> {
  const [event] = await ctx.db
    .update(wechatEvent)
    .set({ handledAt: ctx.now })
    .where(and(eq(wechatEvent.id, eventId), isNull(wechatEvent.handledAt)))
    .returning();
  const fields = pushFieldsSchema.safeParse(event?.content);
  if (!event || !fields.success) return;
  const news = readNews(event.type, event.event, fields.data);
  if (news.kind === 'delivery') await recordDelivery(ctx, { msgid: news.msgid, status: news.status });
  if (news.kind === 'permits' && event.wechatUserId !== null) {
    await recordPermits(ctx, { wechatUserId: event.wechatUserId, event: news.event, items: news.items });
  }
  if (event.wechatUserId !== null) await forgetContent(ctx, eventId);
}

/** The person may have left while this waited. */
async function forgetContent({ db }: TxCtx, eventId: number): Promise<void> {
  const hasLeft = sql`exists (select 1 from ${wechatUser} where ${wechatUser.id} = ${wechatEvent.wechatUserId} and ${wechatUser.openid} is null)`;
  await db
    .update(wechatEvent)
    .set({ content: null })
    .where(and(eq(wechatEvent.id, eventId), hasLeft));
}
