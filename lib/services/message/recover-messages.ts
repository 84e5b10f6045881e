import { and, asc, eq, lt } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { message } from '@/db/schema';
import { isRecognised } from '@/lib/domain/message-retry';
import type { Ctx } from '../ctx';
import { enqueueSend } from './enqueue-send';

/** Longer than any sending may take: what is older was left by a worker that died. */
const ABANDONED_SECONDS = 120;
/** So long overdue, and still queued: its job may be lost. */
const OVERDUE_SECONDS = 300;
const AT_A_TIME = 500;

/**
 * Decides about messages whose sender died. A card goes again under its client_msg_id while the platform still
 * recognises it; anything else becomes unknown, because it may have arrived. Returns how many were found.
 */
export async function recoverMessages(ctx: Ctx): Promise<number> {
  return ctx.db.transaction(async (tx) => (await recoverAbandoned(ctx, tx)) + (await recoverOverdue(ctx, tx)));
}

const secondsBefore = (now: Date, seconds: number): Date => new Date(now.getTime() - seconds * 1000);

async function recoverAbandoned(ctx: Ctx, tx: Transaction): Promise<number> {
  const abandoned = await tx
    .select({ id: message.id, campaignId: message.campaignId, kind: message.kind, firstSentAt: message.firstSentAt })
    .from(message)
    .where(and(eq(message.status, 'sending'), lt(message.sendingSince, secondsBefore(ctx.now, ABANDONED_SECONDS))))
    .orderBy(asc(message.id))
    .limit(AT_A_TIME)
    .for('no key update', { skipLocked: true });
  for (const { id, campaignId, kind, firstSentAt } of abandoned) {
    const isSafe = kind !== 'text' && firstSentAt !== null && isRecognised(firstSentAt, ctx.now);
    const next = isSafe
      ? ({ status: 'queued', dueAt: ctx.now } as const)
      : ({ status: 'unknown', reason: '发送时中断，结果未知' } as const);
    await tx.update(message).set(next).where(eq(message.id, id));
    if (isSafe) await enqueueSend(tx, [{ id, campaignId }], ctx.now);
  }
  return abandoned.length;
}

/** Adding the job of a message that has one changes nothing: it keeps its place in the queue. */
async function recoverOverdue(ctx: Ctx, tx: Transaction): Promise<number> {
  const overdue = await tx
    .select({ id: message.id, campaignId: message.campaignId, dueAt: message.dueAt })
    .from(message)
    .where(and(eq(message.status, 'queued'), lt(message.dueAt, secondsBefore(ctx.now, OVERDUE_SECONDS))))
    .orderBy(asc(message.id))
    .limit(AT_A_TIME);
  for (const { dueAt, ...one } of overdue) await enqueueSend(tx, [one], dueAt ?? ctx.now);
  return overdue.length;
}
