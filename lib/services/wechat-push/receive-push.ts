import { and, type Column, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { wechatEvent, wechatUser } from '@/db/schema';
import type { Push } from '@/lib/domain/wechat/push';
import { fitReply } from '@/lib/domain/wechat/reply-words';
import type { Ctx, TxCtx } from '../ctx';
import { enqueue } from '../enqueue';
import { answerPush } from './answer-push';
import { countScan } from './count-scan';
import { findPerson, isLiving, type Person } from './find-person';
import { type ReceivedPush, recordPush } from './record-push';

/** What to answer; null: nothing. REPLAYED: its signature belongs to another push. */
export type PushAnswer = { readonly reply: string | null } | 'REPLAYED';

const ATTEMPTS = 3;

/** Somebody left between our looking and our writing: looked at again, they are somebody who left. */
class PersonChanged extends Error {
  override readonly name = 'PersonChanged';
}

/**
 * What WeChat tells, once each: kept, acted upon and answered in one transaction. What needs no answer is left to the
 * worker by the same transaction. A crash takes all of it back, and WeChat asks again.
 */
export async function receivePush(ctx: Ctx, received: ReceivedPush): Promise<PushAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.db.transaction((tx) => receiveOnce({ ...ctx, db: tx }, received));
    } catch (error) {
      if (!(error instanceof PersonChanged) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function receiveOnce(ctx: TxCtx, received: ReceivedPush): Promise<PushAnswer> {
  const { push } = received;
  const recorded = await recordPush(ctx, received);
  if (recorded.kind === 'replayed') return 'REPLAYED';
  if (recorded.kind === 'repeated') return { reply: recorded.reply };
  const person = await findPerson(ctx, push);
  const words = person && !person.hasLeftSince ? await answerPush(ctx, push, person) : null;
  const reply = words && fitReply(words);
  if (person && !person.hasLeftSince && isLiving(push)) await touch(ctx, push, person);
  await countScan(ctx, push);
  await conclude(ctx, recorded.eventId, { push, person, reply });
  return { reply };
}

/** When they were last seen. Locked by this, nobody leaves before the event is theirs. */
async function touch({ db }: TxCtx, { news, happenedAt }: Push, { id }: Person): Promise<void> {
  const at = sql`${happenedAt.toISOString()}::timestamptz`;
  const later = (column: Column) => sql`greatest(${column}, ${at})`;
  const isWord = news.kind === 'text' || news.kind === 'said';
  const isAct = news.kind === 'subscribe' || news.kind === 'scan' || news.kind === 'click';
  const touched = await db
    .update(wechatUser)
    .set({
      followedAt: news.kind === 'permits' ? wechatUser.followedAt : followedSince(news.kind === 'subscribe', at),
      ...(isWord && { lastWroteAt: later(wechatUser.lastWroteAt) }),
      ...(isAct && { lastActedAt: later(wechatUser.lastActedAt) }),
    })
    .where(and(eq(wechatUser.id, id), isNotNull(wechatUser.openid)))
    .returning({ id: wechatUser.id });
  if (touched.length === 0) throw new PersonChanged();
}

/** Who writes follows, even if nobody told us when that began. */
const followedSince = (isSubscribe: boolean, at: SQL) =>
  isSubscribe ? sql`greatest(${wechatUser.followedAt}, ${at})` : sql`coalesce(${wechatUser.followedAt}, ${at})`;

const FOR_LATER: ReadonlySet<Push['news']['kind']> = new Set(['unsubscribe', 'delivery', 'permits']);

async function conclude(
  ctx: TxCtx,
  eventId: number,
  { push, person, reply }: { push: Push; person: Person | null; reply: string | null },
): Promise<void> {
  const isForLater = FOR_LATER.has(push.news.kind);
  await ctx.db
    .update(wechatEvent)
    .set({
      wechatUserId: person?.id ?? null,
      reply,
      handledAt: isForLater ? null : ctx.now,
      ...(person?.hasLeftSince && !isForLater && { content: null }),
    })
    .where(eq(wechatEvent.id, eventId));
  if (isForLater) await enqueue(ctx.db, 'wechat.event', { eventId }, { key: `wechat-event:${eventId}` });
}
