import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { readSettlementFacts, type SettlementRow } from '@/db/queries/settlement-facts';
import { beliAccount, couponRecord, order, settlementLine } from '@/db/schema';
import { describeDifference, quoteDifferences, quoteVersion } from '@/lib/domain/quote-version';
import { quoteOf } from '@/lib/domain/settlement-facts';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import type { OrderStatus } from '@/lib/domain/states';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx, TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { settleOrder } from '../order/settle-order';
import { lockOpen, type NotOpen } from './in-open-settlement';
import { insertOrder } from './insert-order';

export interface PlaceOrderInput {
  readonly settlementId: number;
  /** The version of the quote the student saw: only compared, never trusted. */
  readonly seenVersion: string;
}

export interface PlacedOrder {
  readonly orderNo: string;
  readonly status: OrderStatus;
}

export type PlaceOrderError = NotOpen | 'SETTLEMENT_LINE_INVALID' | 'QUOTE_CHANGED';

/**
 * 提交订单: turns the account's open settlement into its one order, priced again after the locks. Submitting it again
 * gives the same order. QUOTE_CHANGED: nothing was written; `detail` has a sentence a line on what changed.
 */
export async function placeOrder(
  ctx: AccountCtx,
  { settlementId, seenVersion }: PlaceOrderInput,
): Promise<Result<PlacedOrder, PlaceOrderError>> {
  return ctx.db.transaction(async (tx) => {
    const txCtx = { ...ctx, db: tx };
    await lockAccount(tx, ctx.actor.id);
    const placed = await findOrder(txCtx, settlementId);
    if (placed) return ok(placed);

    const row = await lockOpen(txCtx);
    if (!row) return err('NO_OPEN_SETTLEMENT');
    if (row.id !== settlementId) return err('SETTLEMENT_REPLACED');
    await lockHoldings(txCtx, row);
    return submit(txCtx, row, seenVersion);
  });
}

/** Everything is locked: what is read now stays so until the commit. */
async function submit(
  ctx: AccountCtx & TxCtx,
  row: SettlementRow,
  seenVersion: string,
): Promise<Result<PlacedOrder, PlaceOrderError>> {
  const facts = await readSettlementFacts(ctx.db, row);
  if (facts.lines.length === 0) return err('NO_OPEN_SETTLEMENT');
  if (facts.lines.some((line) => line.problem !== null)) return err('SETTLEMENT_LINE_INVALID');

  const quote = quoteOf(facts, shanghaiDay(ctx.now));
  const changes = quoteDifferences(seenVersion, quoteVersion(facts, quote));
  if (changes.length > 0) return err('QUOTE_CHANGED', { detail: changes.map(describeDifference).join('\n') });

  const { id, orderNo } = await insertOrder(ctx, row.id, facts, quote);
  if (quote.cashFen > 0) return ok({ orderNo, status: 'pending' });
  await settleOrder(ctx, id);
  return ok({ orderNo, status: 'paid' });
}

async function findOrder(ctx: AccountCtx, settlementId: number): Promise<PlacedOrder | undefined> {
  const [found] = await ctx.db
    .select({ orderNo: order.orderNo, status: order.status })
    .from(order)
    .where(and(eq(order.settlementId, settlementId), eq(order.accountId, ctx.actor.id)));
  return found;
}

/** Coupon records by id, then the 贝里 account: the order in which everything in the shop locks them. */
async function lockHoldings({ db, actor }: AccountCtx & TxCtx, row: SettlementRow): Promise<void> {
  const ofLines = db
    .select({ id: settlementLine.couponRecordId })
    .from(settlementLine)
    .where(eq(settlementLine.settlementId, row.id));
  const ofOrder = row.orderCouponRecordId === null ? undefined : eq(couponRecord.id, row.orderCouponRecordId);
  // Sent together, run one after the other.
  await Promise.all([
    db
      .select({ id: couponRecord.id })
      .from(couponRecord)
      .where(and(eq(couponRecord.accountId, actor.id), or(ofOrder, inArray(couponRecord.id, ofLines))))
      .orderBy(asc(couponRecord.id))
      .for('no key update'),
    db
      .select({ id: beliAccount.accountId })
      .from(beliAccount)
      .where(eq(beliAccount.accountId, actor.id))
      .for('no key update'),
  ]);
}
