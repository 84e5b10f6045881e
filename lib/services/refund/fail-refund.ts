import { and, eq, inArray } from 'drizzle-orm';
import { refund, refundLine } from '@/db/schema';
import type { Ctx } from '../ctx';
import { lockRefund } from './lock-refund';

interface Failed {
  readonly refundId: number;
  /** Which sending was refused: while another one is under way, nothing has failed. */
  readonly attempt: number;
  /** In the gateway's words. */
  readonly failure: string;
}

/** The gateway will not give this money back. Nothing was given back, and the lines may be refunded again. */
export async function failRefund(ctx: Ctx, { refundId, attempt, failure }: Failed): Promise<'failed' | 'nothing'> {
  return ctx.db.transaction(async (tx) => {
    await lockRefund({ ...ctx, db: tx }, refundId);
    const failed = await tx
      .update(refund)
      .set({ status: 'failed', failure, finishedAt: ctx.now })
      .where(and(eq(refund.id, refundId), eq(refund.attempts, attempt), inArray(refund.status, ['sending', 'unknown'])))
      .returning({ id: refund.id });
    if (failed.length === 0) return 'nothing';
    await tx.update(refundLine).set({ isActive: false }).where(eq(refundLine.refundId, refundId));
    return 'failed';
  });
}
