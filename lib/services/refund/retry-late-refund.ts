import { eq } from 'drizzle-orm';
import { account, order, payment } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { refundLateMoney } from './refund-late-money';

export type RetryLateRefundError = 'FORBIDDEN' | 'NOT_FOUND' | 'ORDER_NOT_REFUNDABLE' | 'CONFLICT';

/** An administrator tries again to give late money back that the gateway refused to; under a number of its own. */
export async function retryLateRefund(
  ctx: Ctx,
  { paymentId }: { readonly paymentId: number },
): Promise<Result<{ refundId: number }, RetryLateRefundError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  return ctx.db.transaction(async (tx) => {
    const inside = { ...admin.value, db: tx };
    const [found] = await tx
      .select({ order, payment })
      .from(payment)
      .innerJoin(order, eq(order.id, payment.orderId))
      .innerJoin(account, eq(account.id, order.accountId))
      .where(eq(payment.id, paymentId))
      .for('no key update', { of: [account, order, payment] });
    if (!found) return err('NOT_FOUND');
    if (found.payment.status !== 'late') return err('ORDER_NOT_REFUNDABLE');
    const refundId = await refundLateMoney(inside, { ...found, decidedBy: inside.actor.id });
    if (refundId === null) return err('CONFLICT', { detail: '这笔款项正在退回' });
    await writeAudit(inside, {
      action: 'refund.start',
      subjectKind: 'refund',
      subjectId: refundId,
      before: null,
      after: { orderNo: found.order.orderNo, refundStatus: 'approved', cashFen: found.payment.amountFen },
    });
    return ok({ refundId });
  });
}
