import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { message } from '@/db/schema';
import type { Ctx } from '../ctx';

const AT_A_TIME = 1000;

/**
 * Marks the next thousand messages of a cancelled campaign that have not left. A card that may have arrived and would
 * have gone again is not called cancelled. Returns how many there were.
 */
export async function cancelLeft({ db }: Ctx, campaignId: number): Promise<number> {
  return db.transaction(async (tx) => {
    const left = await tx
      .select({ id: message.id })
      .from(message)
      .where(and(eq(message.campaignId, campaignId), eq(message.status, 'queued')))
      .orderBy(asc(message.id))
      .limit(AT_A_TIME)
      .for('no key update', { skipLocked: true });
    if (left.length === 0) return 0;
    const mayHaveArrived = sql`${message.firstSentAt} is not null`;
    await tx
      .update(message)
      .set({
        status: sql`case when ${mayHaveArrived} then 'unknown' else 'cancelled' end`,
        reason: sql`case when ${mayHaveArrived} then '群发已取消，之前一次发送的结果未知' else '群发已取消' end`,
      })
      .where(
        inArray(
          message.id,
          left.map(({ id }) => id),
        ),
      );
    return left.length;
  });
}
