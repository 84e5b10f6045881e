import { and, asc, desc, eq } from 'drizzle-orm';
import { order, orderLine, payment } from '@/db/schema';
import type { PaymentMethod } from '@/lib/domain/payment';
import { err, ok, type Result } from '@/lib/errors';
import type { WebAddress } from '@/lib/gateways/alipay/gateway';
import type { AccountCtx, TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';

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
    await lockAccount(tx, ctx.actor.id);
    const [found] = await tx
      .select()
      .from(order)
      .where(and(eq(order.orderNo, orderNo), eq(order.accountId, ctx.actor.id)))
      .for('no key update');
    if (!found) return err('NOT_FOUND');
    if (found.paidAt) return err('ORDER_ALREADY_PAID');
    if (found.status !== 'pending' || found.expiresAt <= ctx.now) return err('ORDER_NOT_PAYABLE');
    const inside = { ...ctx, db: tx };
    const outTradeNo = (await openAttempt(inside, found, method)) ?? (await newAttempt(inside, found, method));
    return ok({ outTradeNo, order: found, subject: await subjectOf(inside, found.id) });
  });
  if (!begun.ok) return begun;
  const { outTradeNo, subject } = begun.value;
  const payUrl = ctx.gateways.alipay.payUrl({
    outTradeNo,
    subject,
    method,
    amount: begun.value.order.cashFen,
    expiresAt: begun.value.order.expiresAt,
    now: ctx.now,
    quitPath: `/pay/${orderNo}`,
    returnPath: `/pay/${orderNo}/return`,
  });
  return ok({ payUrl });
}

async function openAttempt(ctx: TxCtx, { id, cashFen }: Order, method: PaymentMethod): Promise<string | null> {
  const [open] = await ctx.db
    .select({ outTradeNo: payment.outTradeNo })
    .from(payment)
    .where(
      and(
        eq(payment.orderId, id),
        eq(payment.method, method),
        eq(payment.amountFen, cashFen),
        eq(payment.status, 'created'),
      ),
    )
    .orderBy(desc(payment.id))
    .limit(1);
  return open?.outTradeNo ?? null;
}

/** The order's lock makes the count hold until the attempt is in. */
async function newAttempt(ctx: TxCtx, { id, orderNo, cashFen }: Order, method: PaymentMethod): Promise<string> {
  const before = await ctx.db.$count(payment, eq(payment.orderId, id));
  const outTradeNo = `${orderNo}_${before + 1}`;
  await ctx.db.insert(payment).values({ orderId: id, outTradeNo, method, amountFen: cashFen, createdAt: ctx.now });
  return outTradeNo;
}

async function subjectOf(ctx: TxCtx, orderId: number): Promise<string> {
  const lines = await ctx.db
    .select({ name: orderLine.productName })
    .from(orderLine)
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.position));
  const first = lines[0]?.name ?? '课程';
  return lines.length > 1 ? `路飞学城 ${first} 等 ${lines.length} 门课程` : `路飞学城 ${first}`;
}
