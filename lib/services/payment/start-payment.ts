import { and, desc, eq } from 'drizzle-orm';
import { account, order, payment } from '@/db/schema';
import type { PaymentMethod } from '@/lib/domain/payment';
import { err, ok, type Result } from '@/lib/errors';
import type { WebAddress } from '@/lib/gateways/alipay/gateway';
import type { AccountCtx, TxCtx } from '../ctx';
import { cashierUrl } from './cashier-url';
import { endAttempt } from './end-attempt';
import { enqueueQuestion } from './enqueue-question';

export interface StartPaymentInput {
  readonly orderNo: string;
  readonly method: PaymentMethod;
}
export type StartPaymentError = 'NOT_FOUND' | 'ORDER_NOT_PAYABLE' | 'ORDER_ALREADY_PAID' | 'GATEWAY_UNAVAILABLE';

type Order = typeof order.$inferSelect;
type Attempt = Pick<typeof payment.$inferSelect, 'id' | 'outTradeNo'>;

/** Somebody who starts payments as fast as we end them is given up on after so many rounds. */
const MOST_ROUNDS = 3;

/**
 * The address of Alipay's cashier for a pending order of the account's own. An open attempt by the same method and of
 * the same amount is used again, so that clicking twice cannot pay twice; otherwise a new one begins. Other open ones
 * are asked about and closed at the gateway first.
 */
export async function startPayment(
  ctx: AccountCtx,
  input: StartPaymentInput,
): Promise<Result<{ payUrl: WebAddress }, StartPaymentError>> {
  const ended = new Set<number>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const begun = await ctx.db.transaction((tx) => begin({ ...ctx, db: tx }, input, ended));
    if (!begun.ok) return begun;
    const { order: found, attempt } = begun.value;
    if ('outTradeNo' in attempt) {
      const { outTradeNo } = attempt;
      return ok({ payUrl: await cashierUrl(ctx, { order: found, outTradeNo, method: input.method }) });
    }
    for (const other of attempt.inTheWay) {
      const outcome = await endAttempt(ctx, other);
      if (outcome === 'paid') return err('ORDER_ALREADY_PAID');
      if (outcome === 'unknown') return err('GATEWAY_UNAVAILABLE');
      ended.add(other.id);
    }
  }
  return err('GATEWAY_UNAVAILABLE');
}

type Begun = { readonly outTradeNo: string } | { readonly inTheWay: readonly Attempt[] };

async function begin(
  ctx: AccountCtx & TxCtx,
  { orderNo, method }: StartPaymentInput,
  ended: ReadonlySet<number>,
): Promise<Result<{ order: Order; attempt: Begun }, StartPaymentError>> {
  const [row] = await ctx.db
    .select({ order })
    .from(order)
    .innerJoin(account, eq(account.id, order.accountId))
    .where(and(eq(order.orderNo, orderNo), eq(order.accountId, ctx.actor.id)))
    .for('no key update', { of: [account, order] });
  const found = row?.order;
  if (!found) return err('NOT_FOUND');
  if (found.paidAt) return err('ORDER_ALREADY_PAID');
  if (found.status !== 'pending' || found.expiresAt <= ctx.now) return err('ORDER_NOT_PAYABLE');
  return ok({ order: found, attempt: await attemptOf(ctx, found, method, ended) });
}

/** The order's lock makes what is read here hold until a new attempt is in. */
async function attemptOf(
  ctx: TxCtx,
  { id, orderNo, cashFen, expiresAt }: Order,
  method: PaymentMethod,
  ended: ReadonlySet<number>,
): Promise<Begun> {
  const attempts = await ctx.db.select().from(payment).where(eq(payment.orderId, id)).orderBy(desc(payment.id));
  const open = attempts.filter(({ status }) => status === 'created');
  const same = open.find((attempt) => attempt.method === method && attempt.amountFen === cashFen);
  // A trade nobody has opened cannot be closed at the gateway: ended, it stays as it is.
  const inTheWay = open.filter((attempt) => attempt !== same && !ended.has(attempt.id));
  if (inTheWay.length > 0) return { inTheWay };
  if (same) return { outTradeNo: same.outTradeNo };

  const outTradeNo = `${orderNo}_${attempts.length + 1}`;
  const [made] = await ctx.db
    .insert(payment)
    .values({ orderId: id, outTradeNo, method, amountFen: cashFen, createdAt: ctx.now })
    .returning({ id: payment.id });
  if (!made) throw new Error(`order ${id} took no attempt`);
  await enqueueQuestion(ctx.db, { paymentId: made.id, asked: 0, expiresAt }, ctx.now);
  return { outTradeNo };
}
