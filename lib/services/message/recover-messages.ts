import { and, asc, eq, inArray, isNull, lt, notInArray, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { message } from '@/db/schema';
import { isRecognised } from '@/lib/domain/message-retry';
import type { Ctx } from '../ctx';
import { enqueueSend } from './enqueue-send';
import { contentWithoutCode, isOutOfTime } from './hold-reason';

/** Longer than any sending may take: what is older was left by a worker that died. */
const ABANDONED_SECONDS = 120;
/** So long overdue, and still queued: its job may be lost. */
const OVERDUE_SECONDS = 300;
const AT_A_TIME = 500;

/**
 * Decides about messages whose sender died (a campaign's then go with its own run). A card goes again under its client_msg_id while the platform still
 * recognises it; anything else becomes unknown, because it may have arrived. Returns how many were found.
 */
export async function recoverMessages(ctx: Ctx): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    await blankCodes(ctx, tx);
    return (await recoverAbandoned(ctx, tx)) + (await recoverOverdue(ctx, tx));
  });
}

const secondsBefore = (now: Date, seconds: number): Date => new Date(now.getTime() - seconds * 1000);

async function recoverAbandoned(ctx: Ctx, tx: Transaction): Promise<number> {
  const abandoned = await tx
    .select({
      id: message.id,
      campaignId: message.campaignId,
      kind: message.kind,
      firstSentAt: message.firstSentAt,
      fellBackAt: message.fellBackAt,
      sentAs: message.sentAs,
    })
    .from(message)
    .where(and(eq(message.status, 'sending'), lt(message.sendingSince, secondsBefore(ctx.now, ABANDONED_SECONDS))))
    .orderBy(asc(message.id))
    .limit(AT_A_TIME)
    .for('no key update', { skipLocked: true });
  for (const { id, campaignId, ...one } of abandoned) {
    const isSafe = maySendAgain(one, ctx.now);
    const next = isSafe
      ? ({ status: 'queued', dueAt: ctx.now } as const)
      : ({ status: 'unknown', reason: '发送时中断，结果未知', content: contentWithoutCode } as const);
    await tx.update(message).set(next).where(eq(message.id, id));
    if (isSafe && campaignId === null) await enqueueSend(tx, [{ id, campaignId }], ctx.now);
  }
  return abandoned.length;
}

type Abandoned = Pick<typeof message.$inferSelect, 'kind' | 'firstSentAt' | 'fellBackAt' | 'sentAs'>;

/** Only a template message is recognised; a 订阅通知 had not left while nothing says that it went as one. */
function maySendAgain({ kind, firstSentAt, fellBackAt, sentAs }: Abandoned, now: Date): boolean {
  const isCard = (kind !== 'text' || fellBackAt !== null) && sentAs !== 'subscribe';
  return isCard && firstSentAt !== null && isRecognised(firstSentAt, now);
}

/** Codes whose time is over, or whose message has ended in whatever way, are blanked. */
async function blankCodes(ctx: Ctx, tx: Transaction): Promise<void> {
  const hasCode = sql`${message.content} -> 'facts' ->> 'code' is not null`;
  const waits = inArray(message.status, ['queued', 'waiting_for_bind']);
  await tx
    .update(message)
    .set({ status: 'cancelled', reason: '验证码已过期' })
    .where(and(hasCode, waits, isOutOfTime(ctx.now)));
  const isOver = notInArray(message.status, ['queued', 'waiting_for_bind', 'sending']);
  await tx.update(message).set({ content: contentWithoutCode }).where(and(hasCode, isOver));
}

/** Adding the job of a message that has one changes nothing: it keeps its place in the queue. */
async function recoverOverdue(ctx: Ctx, tx: Transaction): Promise<number> {
  const overdue = await tx
    .select({ id: message.id, campaignId: message.campaignId, dueAt: message.dueAt })
    .from(message)
    .where(
      and(
        eq(message.status, 'queued'),
        isNull(message.campaignId),
        lt(message.dueAt, secondsBefore(ctx.now, OVERDUE_SECONDS)),
      ),
    )
    .orderBy(asc(message.id))
    .limit(AT_A_TIME);
  for (const { dueAt, ...one } of overdue) await enqueueSend(tx, [one], dueAt ?? ctx.now);
  return overdue.length;
}
