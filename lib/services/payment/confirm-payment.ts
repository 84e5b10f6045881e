import { and, eq, inArray } from 'drizzle-orm';
import { order, payment } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { allowAsking } from './allow-asking';
import { askGateway } from './ask-gateway';

export type ConfirmPaymentError =
  | 'NOT_FOUND'
  | 'ORDER_NOT_PAID'
  | 'ORDER_NOT_PAYABLE'
  | 'THROTTLED'
  | 'GATEWAY_UNAVAILABLE';

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
      if (await hasLateMoney(ctx, found.id)) {
        return err('ORDER_NOT_PAYABLE', {
          detail: '付款到账时订单已不能支付，没有开通课程。款项已登记，会自动原路退回',
        });
      }
      return err('ORDER_NOT_PAID', { detail: '支付宝还没有收到这笔付款。如果刚刚付过，请稍等片刻再试' });
    case 'unknown':
      return err('GATEWAY_UNAVAILABLE');
  }
}

/** Whoever has paid must not be told that nothing came, or they pay again. */
const hasLateMoney = async ({ db }: AccountCtx, orderId: number): Promise<boolean> =>
  (await db.$count(payment, and(eq(payment.orderId, orderId), inArray(payment.status, ['late', 'refunded'])))) > 0;
