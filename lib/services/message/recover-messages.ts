import { and, asc, eq, lt } from 'drizzle-orm';
import { message } from '@/db/schema';
import { DEDUPE_MINUTES } from '@/lib/domain/message';
import type { Ctx } from '../ctx';
import { enqueueSend } from './enqueue-send';

/** Longer than any send may take: what is older was left by a worker that died. */
const ABANDONED_SECONDS = 120;

/**
 * Decides about messages whose sender died. A template message goes again under its client_msg_id while the platform
 * still recognises it; anything else becomes unknown, because it may have arrived.
 */
export async function recoverMessages(ctx: Ctx): Promise<number> {
  const abandonedAt = new Date(ctx.now.getTime() - ABANDONED_SECONDS * 1000);
  const dedupedSince = new Date(ctx.now.getTime() - DEDUPE_MINUTES * 60_000);
  return ctx.db.transaction(async (tx) => {
    const abandoned = await tx
      .select({ id: message.id, kind: message.kind, sendingSince: message.sendingSince })
      .from(message)
      .where(and(eq(message.status, 'sending'), lt(message.sendingSince, abandonedAt)))
      .orderBy(asc(message.id))
      .for('no key update', { skipLocked: true });
    for (const { id, kind, sendingSince } of abandoned) {
      const isSafe = kind === 'template' && sendingSince !== null && sendingSince > dedupedSince;
      const next = isSafe
        ? ({ status: 'queued', dueAt: ctx.now } as const)
        : ({ status: 'unknown', reason: '发送时中断,结果未知' } as const);
      await tx.update(message).set(next).where(eq(message.id, id));
      if (isSafe) await enqueueSend(tx, id, ctx.now);
    }
    return abandoned.length;
  });
}
