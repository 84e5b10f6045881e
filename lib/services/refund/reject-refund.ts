import { and, eq } from 'drizzle-orm';
import { refund, refundLine } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { lockRefund } from './lock-refund';

export interface RejectRefundInput {
  readonly refundId: number;
  /** What the student reads. */
  readonly reason: string;
}
export type RejectRefundError = 'FORBIDDEN' | 'NOT_FOUND' | 'REFUND_DECIDED';

/** An administrator refuses what a student asked for. The lines may be asked for again. */
export async function rejectRefund(
  ctx: Ctx,
  { refundId, reason }: RejectRefundInput,
): Promise<Result<null, RejectRefundError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  return ctx.db.transaction(async (tx) => {
    const inside = { ...admin.value, db: tx };
    const found = await lockRefund(inside, refundId);
    if (!found) return err('NOT_FOUND');
    const decision = { status: 'rejected', decision: reason, decidedBy: inside.actor.id } as const;
    const rejected = await tx
      .update(refund)
      .set({ ...decision, decidedAt: ctx.now, finishedAt: ctx.now })
      .where(and(eq(refund.id, refundId), eq(refund.status, 'requested')))
      .returning({ id: refund.id });
    if (rejected.length === 0) return err('REFUND_DECIDED');
    await tx.update(refundLine).set({ isActive: false }).where(eq(refundLine.refundId, refundId));
    await writeAudit(inside, {
      action: 'refund.reject',
      subjectKind: 'refund',
      subjectId: refundId,
      before: { refundStatus: 'requested' },
      after: { orderNo: found.order.orderNo, refundStatus: 'rejected', reason },
    });
    return ok(null);
  });
}
