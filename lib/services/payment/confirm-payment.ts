import { and, eq } from 'drizzle-orm';
import { order } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { allowAsking } from './allow-asking';
import { askGateway } from './ask-gateway';

export type ConfirmPaymentError = 'NOT_FOUND' | 'ORDER_NOT_PAID' | 'THROTTLED' | 'GATEWAY_UNAVAILABLE';

/** 我已支付: asks the gateway about the account's own order and settles what was paid. */
export async function confirmPayment(
  ctx: AccountCtx,
  { orderNo }: { readonly orderNo: string },
): Promise<Result<null, ConfirmPaymentError>> {
  const [found] = await ctx.db
    .select({ id: order.id, paidAt: order.paidAt })
    .from(order)
    .where(and(eq(order.orderNo, orderNo), eq(order.accountId, ctx.actor.id)));
  if (!found) return err('NOT_FOUND');
  if (found.paidAt) return ok(null);
  if (!(await allowAsking(ctx, found.id))) return err('THROTTLED', { detail: '查询太频繁，请稍后再试' });
  switch (await askGateway(ctx, found.id)) {
    case 'paid':
      return ok(null);
    case 'unpaid':
      return err('ORDER_NOT_PAID', { detail: '支付宝还没有收到这笔付款。如果刚刚付过，请稍等片刻再试' });
    case 'unknown':
      return err('GATEWAY_UNAVAILABLE');
  }
}
