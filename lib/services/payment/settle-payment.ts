import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { account, order, payment } from '@/db/schema';
import { isPaidStatus, judgeTrade, type SettleVerdict } from '@/lib/domain/settle-verdict';
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
  const [found, holder] = await Promise.all([lockUnlessKnown(ctx, trade), findHolder(ctx, trade)]);
  const isOurs = holder?.outTradeNo === trade.outTradeNo;
  const isKnown = !found && isOurs;
  const known = found && { ...knownOf(found), isTradeNoTaken: holder !== undefined && !isOurs };
  const verdict = isKnown ? verdictOnKnown(trade) : judgeTrade(trade, known);
  if (found && verdict === 'paid') await settleByPayment(ctx, found.payment, trade);
  if (found && verdict === 'late') await keepAsLate(ctx, found, trade);
  const paymentId = isKnown ? holder?.id : found?.payment.id;
  await recordEvent(ctx.db, { ...heard, verdict, outTradeNo: trade.outTradeNo, paymentId, receivedAt: ctx.now });
  return { verdict, paymentId, orderId: isKnown ? holder?.orderId : found?.order.id };
}

/** Of a trade that one of our payments has already, with this amount. */
const verdictOnKnown = ({ status }: AlipayTrade): SettleVerdict => (isPaidStatus(status) ? 'repeated' : 'ignored');

/**
 * A notify names the child; its parents never change. One statement finds all three and locks them from the top:
 * PostgreSQL locks a row's tables in the order in which `of` names them. What was heard before, which never changes
 * either, is not locked: a storm of duplicates does not wait for itself.
 */
async function lockUnlessKnown(ctx: TxCtx, { outTradeNo, tradeNo, amount }: AlipayTrade): Promise<Found | null> {
  // Alipay's amounts go beyond the column's integer, and compared as one they would be an error, not a difference.
  const isOther = sql`${payment.amountFen} <> ${amount}::bigint`;
  const isNews = or(isNull(payment.tradeNo), ne(payment.tradeNo, tradeNo), isOther);
  const [found] = await ctx.db
    .select({ order, payment })
    .from(payment)
    .innerJoin(order, eq(order.id, payment.orderId))
    .innerJoin(account, eq(account.id, order.accountId))
    .where(and(eq(payment.outTradeNo, outTradeNo), isNews))
    .for('no key update', { of: [account, order, payment] });
  return found ?? null;
}

const knownOf = ({ payment: { status, tradeNo, amountFen }, order: { status: orderStatus } }: Found) => ({
  status,
  tradeNo,
  amountFen,
  orderStatus,
});

/** The payment of ours that has this trade. */
async function findHolder(ctx: TxCtx, { tradeNo }: AlipayTrade) {
  const [holder] = await ctx.db
    .select({ id: payment.id, orderId: payment.orderId, outTradeNo: payment.outTradeNo })
    .from(payment)
    .where(eq(payment.tradeNo, tradeNo));
  return holder;
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
