import { and, desc, eq } from 'drizzle-orm';
import { account, order, payment } from '@/db/schema';
import type { PaymentMethod } from '@/lib/domain/payment';
import { err, ok, type Result } from '@/lib/errors';
import type { WebAddress } from '@/lib/gateways/alipay/gateway';
import type { AccountCtx, TxCtx } from '../ctx';
import { cashierUrl } from './cashier-url';

export interface StartPaymentInput {
  readonly orderNo: string;
  readonly method: PaymentMethod;
}
export type StartPaymentError = 'NOT_FOUND' | 'ORDER_NOT_PAYABLE' | 'ORDER_ALREADY_PAID';

type Order = typeof order.$inferSelect;

/**
 * The address of Alipay's cashier for a pending order of the account's own. An open attempt by the same method is used
 * again, so that clicking twice cannot pay twice; otherwise a new attempt begins.
 */
export async function startPayment(
  ctx: AccountCtx,
  { orderNo, method }: StartPaymentInput,
): Promise<Result<{ payUrl: WebAddress }, StartPaymentError>> {
  const begun = await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select({ order })
      .from(order)
      .innerJoin(account, eq(account.id, order.accountId))
      .where(and(eq(order.orderNo, orderNo), eq(order.accountId, ctx.actor.id)))
      .for('no key update', { of: [account, order] });
    const found = row?.order;
    if (!found) return err('NOT_FOUND');
    if (found.paidAt) return err('ORDER_ALREADY_PAID');
    if (found.status !== 'pending' || found.expiresAt <= ctx.now) return err('ORDER_NOT_PAYABLE');
    const inside = { ...ctx, db: tx };
    const outTradeNo = await attemptOf(inside, found, method);
    return ok({ outTradeNo, order: found });
  });
  if (!begun.ok) return begun;
  return ok({ payUrl: await cashierUrl(ctx, { ...begun.value, method }) });
}

/** The order's lock makes what is read here hold until a new attempt is in. */
async function attemptOf(ctx: TxCtx, { id, orderNo, cashFen }: Order, method: PaymentMethod): Promise<string> {
  const attempts = await ctx.db
    .select({
      outTradeNo: payment.outTradeNo,
      method: payment.method,
      amountFen: payment.amountFen,
      status: payment.status,
    })
    .from(payment)
    .where(eq(payment.orderId, id))
    .orderBy(desc(payment.id));
  const open = attempts.find(
    (attempt) => attempt.status === 'created' && attempt.method === method && attempt.amountFen === cashFen,
  );
  if (open) return open.outTradeNo;
  const outTradeNo = `${orderNo}_${attempts.length + 1}`;
  await ctx.db.insert(payment).values({ orderId: id, outTradeNo, method, amountFen: cashFen, createdAt: ctx.now });
  return outTradeNo;
}
