import { and, eq, inArray } from 'drizzle-orm';
import { refund, refundLine } from '@/db/schema';
import type { Ctx } from '../ctx';
import { lockRefund } from './lock-refund';

/** The gateway will not give this money back. Nothing was given back, and the lines may be refunded again. */
export async function failRefund(ctx: Ctx, refundId: number, failure: string): Promise<'failed' | 'nothing'> {
  return ctx.db.transaction(async (tx) => {
    await lockRefund({ ...ctx, db: tx }, refundId);
    const failed = await tx
      .update(refund)
      .set({ status: 'failed', failure, finishedAt: ctx.now })
      .where(and(eq(refund.id, refundId), inArray(refund.status, ['sending', 'unknown'])))
      .returning({ id: refund.id });
    if (failed.length === 0) return 'nothing';
    await tx.update(refundLine).set({ isActive: false }).where(eq(refundLine.refundId, refundId));
    return 'failed';
  });
}
