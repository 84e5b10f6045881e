import { eq } from 'drizzle-orm';
import { order } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { endOrder } from './end-order';

export type ClosePendingError =
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'ORDER_ALREADY_PAID'
  | 'ORDER_NOT_CANCELLABLE'
  | 'GATEWAY_UNAVAILABLE';

/** An administrator closes an order that waits for its money, as its student could: nobody can pay it any more. */
export async function closePendingOrder(
  ctx: Ctx,
  { orderNo }: { readonly orderNo: string },
): Promise<Result<null, ClosePendingError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const [found] = await ctx.db
    .select({ id: order.id, accountId: order.accountId })
    .from(order)
    .where(eq(order.orderNo, orderNo));
  if (!found) return err('NOT_FOUND');
  const outcome = await endOrder(admin.value, {
    orderId: found.id,
    accountId: found.accountId,
    status: 'cancelled',
    alongside: (tx) =>
      writeAudit(tx, {
        action: 'order.close',
        subjectKind: 'order',
        subjectId: orderNo,
        before: { orderStatus: 'pending' },
        after: { orderStatus: 'cancelled' },
      }),
  });
  switch (outcome) {
    case 'closed':
      return ok(null);
    case 'paid':
      return err('ORDER_ALREADY_PAID', { detail: '支付宝已收到付款，订单支付成功，不能关闭' });
    case 'unknown':
      return err('GATEWAY_UNAVAILABLE', { detail: '支付宝暂时没有响应，订单没有关闭，请稍后再试' });
    case 'not_pending':
      return err('ORDER_NOT_CANCELLABLE', { detail: '订单已经支付或关闭' });
  }
}
