import { eq } from 'drizzle-orm';
import { order, payment, reconciliationCase, refund } from '@/db/schema';
import { readSubject } from '@/lib/domain/bill-match';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import type { Ctx } from '../ctx';

/** A case that is still open, with what it is about. Read without a lock: whoever closes it asks again. */
export async function openCase(ctx: Ctx, caseId: number) {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const [found] = await ctx.db
    .select({
      id: reconciliationCase.id,
      subject: reconciliationCase.subject,
      kind: reconciliationCase.kind,
      status: reconciliationCase.status,
      paymentId: reconciliationCase.paymentId,
      paymentStatus: payment.status,
      refundId: reconciliationCase.refundId,
      refundStatus: refund.status,
      orderNo: order.orderNo,
    })
    .from(reconciliationCase)
    .leftJoin(payment, eq(payment.id, reconciliationCase.paymentId))
    .leftJoin(order, eq(order.id, payment.orderId))
    .leftJoin(refund, eq(refund.id, reconciliationCase.refundId))
    .where(eq(reconciliationCase.id, caseId));
  if (!found) return err('NOT_FOUND');
  if (found.status === 'closed') return caseIsClosed;
  return ok({ ctx: admin.value, found: { ...found, about: readSubject(found.subject) } });
}

export const caseIsClosed = err('CONFLICT', { detail: '这条差异已经了结' });

type Opened = Extract<Awaited<ReturnType<typeof openCase>>, { ok: true }>['value'];
export type OpenCase = Opened['found'];
export type CaseResult = Result<null, 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'GATEWAY_UNAVAILABLE'>;
