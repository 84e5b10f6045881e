import { refund } from '@/db/schema';
import { type Fen, ZERO_BELI } from '@/lib/domain/money';
import type { TxCtx } from '../ctx';
import { enqueueRefund } from './enqueue-refund';
import { nextRequestNo } from './insert-refund';

interface LateMoney {
  readonly order: { readonly id: number; readonly orderNo: string };
  readonly payment: { readonly id: number; readonly amountFen: Fen };
  /** The administrator who tries it again; absent: the shop itself. */
  readonly decidedBy?: number;
}

/**
 * Gives a payment back that no order could take, whole: approved as it is made. The caller has locked the account,
 * the order and the payment. One that is under way already is left alone.
 */
export async function refundLateMoney(ctx: TxCtx, { order, payment, decidedBy }: LateMoney): Promise<number | null> {
  const [made] = await ctx.db
    .insert(refund)
    .values({
      orderId: order.id,
      paymentId: payment.id,
      kind: 'late',
      source: decidedBy === undefined ? 'system' : 'admin',
      outRequestNo: await nextRequestNo(ctx, order),
      status: 'approved',
      cashFen: payment.amountFen,
      beli: ZERO_BELI,
      reason: '订单已关闭或已支付，多付的款项原路退回',
      requestedBy: decidedBy ?? null,
      decidedBy: decidedBy ?? null,
      createdAt: ctx.now,
      decidedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: refund.id });
  if (made) await enqueueRefund(ctx.db, made.id);
  return made?.id ?? null;
}
