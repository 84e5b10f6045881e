import { and, eq } from 'drizzle-orm';
import { order } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { endOrder } from './end-order';

export type CancelOrderError =
  | 'NOT_FOUND'
  | 'ORDER_ALREADY_PAID'
  | 'ORDER_NOT_CANCELLABLE'
  | 'GATEWAY_UNAVAILABLE'
  | 'THROTTLED';

/** Cancels the account's own pending order and gives back what it held. Cancelling again is no failure. */
export async function cancelOrder(
  ctx: AccountCtx,
  { orderNo }: { readonly orderNo: string },
): Promise<Result<null, CancelOrderError>> {
  const found = await findOrder(ctx, orderNo);
  if (!found) return err('NOT_FOUND');
  if (found.status !== 'pending') return already(found.status);
  switch (await endOrder(ctx, { orderId: found.id, accountId: ctx.actor.id, status: 'cancelled' })) {
    case 'closed':
      return ok(null);
    case 'paid':
      return err('ORDER_ALREADY_PAID', { detail: '支付宝已收到付款，订单支付成功，不能取消' });
    case 'unknown':
      return err('GATEWAY_UNAVAILABLE', { detail: '支付宝暂时没有响应，订单没有取消，请稍后再试' });
    case 'not_pending':
      return already((await findOrder(ctx, orderNo))?.status);
  }
}

async function findOrder(ctx: AccountCtx, orderNo: string) {
  const [found] = await ctx.db
    .select({ id: order.id, status: order.status })
    .from(order)
    .where(and(eq(order.orderNo, orderNo), eq(order.accountId, ctx.actor.id)));
  return found;
}

function already(status: string | undefined): Result<null, 'ORDER_ALREADY_PAID' | 'ORDER_NOT_CANCELLABLE'> {
  if (status === 'cancelled') return ok(null);
  return err(status === 'paid' ? 'ORDER_ALREADY_PAID' : 'ORDER_NOT_CANCELLABLE');
}
