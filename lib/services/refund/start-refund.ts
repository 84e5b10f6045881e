import { eq } from 'drizzle-orm';
import { order } from '@/db/schema';
import { chooseLines, isRefundable, refundAmounts } from '@/lib/domain/refund';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { enqueueRefund } from './enqueue-refund';
import { insertRefund } from './insert-refund';
import { lockRefundable } from './refundable-order';
import type { RequestRefundInput } from './request-refund';

export type StartRefundError = 'FORBIDDEN' | 'NOT_FOUND' | 'ORDER_NOT_REFUNDABLE' | 'LINE_NOT_REFUNDABLE';

/** An administrator gives some lines of an order back, whenever it was paid: approved as it is made. */
export async function startRefund(
  ctx: Ctx,
  { orderNo, lineIds, reason }: RequestRefundInput,
): Promise<Result<{ refundId: number }, StartRefundError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  return ctx.db.transaction(async (tx) => {
    const inside = { ...admin.value, db: tx };
    const found = await lockRefundable(inside, eq(order.orderNo, orderNo));
    if (!found) return err('NOT_FOUND');
    if (!isRefundable(found)) return err('ORDER_NOT_REFUNDABLE');
    const lines = chooseLines(found.lines, lineIds);
    if (!lines) return err('LINE_NOT_REFUNDABLE');
    const decidedBy = inside.actor.id;
    const refundId = await insertRefund(inside, { order: found, lines, source: 'admin', reason, decidedBy });
    await enqueueRefund(tx, refundId);
    await writeAudit(inside, {
      action: 'refund.start',
      subjectKind: 'refund',
      subjectId: refundId,
      before: null,
      after: { orderNo, refundStatus: 'approved', lines: lines.length, ...refundAmounts(lines), reason },
    });
    return ok({ refundId });
  });
}
