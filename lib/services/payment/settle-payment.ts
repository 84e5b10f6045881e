import { and, eq, inArray, ne } from 'drizzle-orm';
import { account, order, payment } from '@/db/schema';
import { judgeTrade, type SettleVerdict } from '@/lib/domain/settle-verdict';
import type { AlipayTrade } from '@/lib/gateways/alipay/gateway';
import type { Ctx, TxCtx } from '../ctx';
import { settleOrder } from '../order/settle-order';
import { refundLateMoney } from '../refund/refund-late-money';
import { type Heard, recordEvent } from './record-event';

export interface SettleInput {
  /** From a verified notify, or from an answer of the gateway: nothing else may come here. */
  readonly trade: AlipayTrade;
  readonly heard: Heard;
}

type Payment = typeof payment.$inferSelect;

interface Found {
  readonly order: typeof order.$inferSelect;
  readonly payment: Payment;
}

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
  // Sent together, run one after the other: the second sees what the first has waited for.
  const [found, isTradeNoTaken] = await Promise.all([lockPayment(ctx, trade.outTradeNo), isTaken(ctx, trade)]);
  const verdict = judgeTrade(trade, found && { ...known(found), isTradeNoTaken });
  if (found && verdict === 'paid') await settleByPayment(ctx, found.payment, trade);
  if (found && verdict === 'late') await keepAsLate(ctx, found, trade);
  const paymentId = found?.payment.id;
  await recordEvent(ctx.db, { ...heard, verdict, outTradeNo: trade.outTradeNo, paymentId, receivedAt: ctx.now });
  return { verdict, paymentId, orderId: found?.order.id };
}

/**
 * A notify names the child; its parents never change. One statement finds all three and locks them from the top:
 * PostgreSQL locks a row's tables in the order in which `of` names them.
 */
async function lockPayment(ctx: TxCtx, outTradeNo: string): Promise<Found | null> {
  const [found] = await ctx.db
    .select({ order, payment })
    .from(payment)
    .innerJoin(order, eq(order.id, payment.orderId))
    .innerJoin(account, eq(account.id, order.accountId))
    .where(eq(payment.outTradeNo, outTradeNo))
    .for('no key update', { of: [account, order, payment] });
  return found ?? null;
}

const known = ({ payment: { status, tradeNo, amountFen }, order: { status: orderStatus } }: Found) => ({
  status,
  tradeNo,
  amountFen,
  orderStatus,
});

/** Whether the trade is that of another payment of ours. */
async function isTaken(ctx: TxCtx, { tradeNo, outTradeNo }: AlipayTrade): Promise<boolean> {
  return (await ctx.db.$count(payment, and(eq(payment.tradeNo, tradeNo), ne(payment.outTradeNo, outTradeNo)))) > 0;
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

/** Money that no order takes goes back by itself. */
async function keepAsLate(ctx: TxCtx, { order: late, payment: { id, amountFen } }: Found, trade: AlipayTrade) {
  const changed = await ctx.db
    .update(payment)
    .set({ status: 'late', tradeNo: trade.tradeNo, paidAt: ctx.now })
    .where(and(eq(payment.id, id), inArray(payment.status, ['created', 'closed'])))
    .returning({ id: payment.id });
  if (changed.length === 0) throw new Error(`payment ${id} changed while it was locked`);
  await refundLateMoney(ctx, { order: late, payment: { id, amountFen } });
}
