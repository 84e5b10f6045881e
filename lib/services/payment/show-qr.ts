import { and, desc, eq, gt } from 'drizzle-orm';
import { order, payment } from '@/db/schema';
import type { WebAddress } from '@/lib/gateways/alipay/gateway';
import type { AccountCtx } from '../ctx';
import { cashierUrl } from './cashier-url';

/**
 * The address of the QR code of a pending order of the account's own, for a frame; null without an open attempt on a
 * desktop, which startPayment begins. Begins nothing itself: a page may ask for it as often as it is shown.
 */
export async function showQr(ctx: AccountCtx, { orderNo }: { readonly orderNo: string }): Promise<WebAddress | null> {
  const [found] = await ctx.db
    .select({ order, outTradeNo: payment.outTradeNo })
    .from(payment)
    .innerJoin(order, eq(order.id, payment.orderId))
    .where(
      and(
        eq(order.orderNo, orderNo),
        eq(order.accountId, ctx.actor.id),
        eq(order.status, 'pending'),
        gt(order.expiresAt, ctx.now),
        eq(payment.status, 'created'),
        eq(payment.method, 'page'),
        eq(payment.amountFen, order.cashFen),
      ),
    )
    .orderBy(desc(payment.id))
    .limit(1);
  return found ? cashierUrl(ctx, { ...found, method: 'page', isQr: true }) : null;
}
