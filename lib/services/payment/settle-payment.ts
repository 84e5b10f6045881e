import { and, eq, inArray, ne } from 'drizzle-orm';
import { order, payment } from '@/db/schema';
import { judgeTrade, type SettleVerdict } from '@/lib/domain/settle-verdict';
import type { AlipayTrade } from '@/lib/gateways/alipay/gateway';
import type { Ctx, TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { settleOrder } from '../order/settle-order';
import { type Heard, recordEvent } from './record-event';

export interface SettleInput {
  /** From a verified notify, or from an answer of the gateway: nothing else may come here. */
  readonly trade: AlipayTrade;
  readonly heard: Heard;
}

type Payment = typeof payment.$inferSelect;

/**
 * Acts on a trade that the gateway vouches for. However often and in whatever order it is told, an order is paid once;
 * money that no order can take is kept as `late`, never lost. What was heard is recorded with the verdict.
 */
export async function settlePayment(ctx: Ctx, { trade, heard }: SettleInput): Promise<SettleVerdict> {
  const settled = await ctx.db.transaction((tx) => settleLocked({ ...ctx, db: tx }, { trade, heard }));
  const line = { ...settled, source: heard.source };
  if (NEEDS_PEOPLE.has(settled.verdict)) ctx.log.error(line, 'money that no order expects');
  else ctx.log.info(line, 'trade heard');
  return settled.verdict;
}

const NEEDS_PEOPLE: ReadonlySet<SettleVerdict> = new Set([
  'late',
  'unknown_trade',
  'amount_mismatch',
  'trade_no_mismatch',
]);

async function settleLocked(ctx: TxCtx, { trade, heard }: SettleInput) {
  const found = await lockPayment(ctx, trade.outTradeNo);
  const verdict = judgeTrade(trade, found && (await knownPayment(ctx, found, trade)));
  if (found && verdict === 'paid') await settleByPayment(ctx, found.payment, trade);
  if (found && verdict === 'late') await keepAsLate(ctx, found.payment, trade);
  const paymentId = found?.payment.id;
  await recordEvent(ctx.db, { ...heard, verdict, outTradeNo: trade.outTradeNo, paymentId, receivedAt: ctx.now });
  return { verdict, paymentId, orderId: found?.order.id };
}

/** A notify names the child: its parents are found without a lock and never change, then all are locked from the top. */
async function lockPayment(ctx: TxCtx, outTradeNo: string) {
  const [ids] = await ctx.db
    .select({ id: payment.id, orderId: payment.orderId, accountId: order.accountId })
    .from(payment)
    .innerJoin(order, eq(order.id, payment.orderId))
    .where(eq(payment.outTradeNo, outTradeNo));
  if (!ids) return null;
  await lockAccount(ctx.db, ids.accountId);
  const [lockedOrder] = await ctx.db.select().from(order).where(eq(order.id, ids.orderId)).for('no key update');
  const [lockedPayment] = await ctx.db.select().from(payment).where(eq(payment.id, ids.id)).for('no key update');
  if (!lockedOrder || !lockedPayment) throw new Error(`payment ${ids.id} has vanished`);
  return { order: lockedOrder, payment: lockedPayment };
}

async function knownPayment(
  ctx: TxCtx,
  found: { readonly order: typeof order.$inferSelect; readonly payment: Payment },
  trade: AlipayTrade,
) {
  const { status, tradeNo, amountFen, id } = found.payment;
  const others = await ctx.db.$count(payment, and(eq(payment.tradeNo, trade.tradeNo), ne(payment.id, id)));
  return { status, tradeNo, amountFen, orderStatus: found.order.status, isTradeNoTaken: others > 0 };
}

async function settleByPayment(ctx: TxCtx, { id, orderId }: Payment, trade: AlipayTrade): Promise<void> {
  const changed = await ctx.db
    .update(payment)
    .set({ status: 'paid', tradeNo: trade.tradeNo, paidAt: ctx.now })
    .where(and(eq(payment.id, id), eq(payment.status, 'created')))
    .returning({ id: payment.id });
  if (changed.length === 0 || (await settleOrder(ctx, orderId)) !== 'settled') {
    throw new Error(`payment ${id} changed while it was locked`);
  }
}

async function keepAsLate(ctx: TxCtx, { id }: Payment, trade: AlipayTrade): Promise<void> {
  const changed = await ctx.db
    .update(payment)
    .set({ status: 'late', tradeNo: trade.tradeNo, paidAt: ctx.now })
    .where(and(eq(payment.id, id), inArray(payment.status, ['created', 'closed'])))
    .returning({ id: payment.id });
  if (changed.length === 0) throw new Error(`payment ${id} changed while it was locked`);
}
