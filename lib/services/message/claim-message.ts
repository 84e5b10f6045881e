import { and, asc, eq, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { campaign, message, wechatUser } from '@/db/schema';
import type { CardContent, MessageContent } from '@/lib/domain/message';
import type { Ctx } from '../ctx';
import { contentWithoutCode, holdReason } from './hold-reason';

export interface ClaimedMessage {
  readonly id: number;
  readonly campaignId: number | null;
  readonly wechatUserId: number;
  readonly openid: string;
  /** Of a text that came too late, the card that goes instead. */
  readonly content: MessageContent;
  readonly clientMsgId: string;
  /** This one included. Together with the id it names one sending. */
  readonly attempts: number;
  /** The first sending that may have arrived; this one, if none before may have. */
  readonly firstSentAt: Date;
  readonly wasSentBefore: boolean;
  /** Of a text: what goes in its place, should WeChat find it too late. */
  readonly fallback: CardContent | null;
}

/**
 * Takes a queued message for sending, to whoever the account is bound to now. What must not be sent any more is
 * cancelled, with the reason.
 */
export async function claimMessage(ctx: Ctx, messageId: number): Promise<ClaimedMessage | null> {
  const [claimed] = await claim(ctx, eq(message.id, messageId), 1);
  if (!claimed) await cancelHeld(ctx, eq(message.id, messageId));
  return claimed ?? null;
}

/**
 * Takes up to `limit` due messages of a running campaign in one statement, the oldest first; what another worker is
 * taking is passed over. Fewer than `limit`: there are no more just now.
 */
export async function claimBatch(
  ctx: Ctx,
  { campaignId, limit }: { readonly campaignId: number; readonly limit: number },
): Promise<ClaimedMessage[]> {
  const isRunning = sql`(select ${campaign.status} from ${campaign} where ${campaign.id} = ${campaignId}) = 'running'`;
  const isDue = sql`(${and(eq(message.campaignId, campaignId), lte(message.dueAt, ctx.now), isRunning)})`;
  const claimed = await claim(ctx, isDue, limit);
  if (claimed.length < limit) await cancelHeld(ctx, isDue);
  return claimed;
}

/** Customer-service texts are taken within 48 hours of the person's last word, and for a minute after they acted. */
const isTooLate = (now: Date) => {
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`(coalesce(${wechatUser.lastWroteAt}, '-infinity') <= ${at} - interval '48 hours'
    and coalesce(${wechatUser.lastActedAt}, '-infinity') <= ${at} - interval '1 minute')`;
};

async function claim(ctx: Ctx, which: SQL, limit: number): Promise<ClaimedMessage[]> {
  const at = sql`${ctx.now.toISOString()}::timestamptz`;
  const fallsBack = sql`${message.fellBackAt} is null and ${message.kind} = 'text'
    and jsonb_typeof(${message.content} -> 'fallback') = 'object' and ${isTooLate(ctx.now)}`;
  // A WITH is read once; a sub-select with LIMIT and SKIP LOCKED may be read again and lock more.
  const free = ctx.db.$with('free').as(
    ctx.db
      .select({ id: message.id })
      .from(message)
      .where(and(eq(message.status, 'queued'), which, isNull(holdReason(ctx.now))))
      .orderBy(asc(message.id))
      .limit(limit)
      .for('no key update', { skipLocked: true }),
  );
  const isFree = inArray(message.id, ctx.db.select({ id: free.id }).from(free));
  const rows = await ctx.db
    .with(free)
    .update(message)
    .set({
      status: 'sending',
      sendingSince: ctx.now,
      firstSentAt: sql`coalesce(${message.firstSentAt}, ${at})`,
      wechatUserId: wechatUser.id,
      attempts: sql`${message.attempts} + 1`,
      sentAs: null,
      // Another message for WeChat, under another id.
      fellBackAt: sql`case when ${fallsBack} then ${at} else ${message.fellBackAt} end`,
      clientMsgId: sql`case when ${fallsBack} then gen_random_uuid()::text else ${message.clientMsgId} end`,
    })
    .from(wechatUser)
    // Whoever is bound has an openid: leaving ends the binding.
    .where(and(isFree, eq(message.status, 'queued'), eq(wechatUser.accountId, message.accountId)))
    .returning({
      id: message.id,
      campaignId: message.campaignId,
      wechatUserId: wechatUser.id,
      openid: sql<string>`${wechatUser.openid}`,
      content: message.content,
      clientMsgId: message.clientMsgId,
      attempts: message.attempts,
      firstSentAt: message.firstSentAt,
      fellBackAt: message.fellBackAt,
    });
  return rows.map((row) => readClaimed(row, ctx.now)).toSorted((a, b) => a.id - b.id);
}

type Row = Omit<ClaimedMessage, 'firstSentAt' | 'wasSentBefore' | 'fallback'> & {
  readonly firstSentAt: Date | null;
  readonly fellBackAt: Date | null;
};

function readClaimed({ firstSentAt, fellBackAt, content, ...row }: Row, now: Date): ClaimedMessage {
  const fallback = (content.kind === 'text' && content.fallback) || null;
  const first = firstSentAt ?? now;
  return {
    ...row,
    content: fellBackAt && fallback ? fallback : content,
    fallback: fellBackAt ? null : fallback,
    firstSentAt: first,
    wasSentBefore: first.getTime() !== now.getTime(),
  };
}

async function cancelHeld(ctx: Ctx, which: SQL): Promise<void> {
  const reason = holdReason(ctx.now);
  await ctx.db
    .update(message)
    .set({ status: 'cancelled', reason: sql`${reason}`, content: contentWithoutCode })
    .where(and(eq(message.status, 'queued'), which, isNotNull(reason)));
}
