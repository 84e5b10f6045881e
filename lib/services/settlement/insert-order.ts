import { and, eq, inArray } from 'drizzle-orm';
import { couponRecord, order, orderLine, settlement } from '@/db/schema';
import type { Quote } from '@/lib/domain/settlement';
import type { SettlementFacts } from '@/lib/domain/settlement-facts';
import { holdBeli } from '../beli/hold-beli';
import type { AccountCtx, TxCtx } from '../ctx';
import { enqueueExpiry } from '../order/enqueue-expiry';
import { orderNumber } from './order-number';

/** How long an order waits for its money. */
const MINUTES_TO_PAY = 30;
const MOST_TRIES = 5;

type Order = typeof order.$inferSelect;

/**
 * Writes a priced settlement as a pending order: lines with their frozen shares, coupons locked, 贝里 held, the job that
 * ends it. Needs the account, the settlement, the coupons and the 贝里 locked, and throws when they were not.
 */
export async function insertOrder(
  ctx: AccountCtx & TxCtx,
  settlementId: number,
  facts: SettlementFacts,
  quote: Quote,
): Promise<Order> {
  const placed = await insertNumbered(ctx, settlementId, quote);
  // Sent together, run one after the other.
  await Promise.all([
    insertLines(ctx, placed, facts, quote),
    lockCoupons(ctx, placed, quote),
    ctx.db.update(settlement).set({ status: 'ordered', updatedAt: ctx.now }).where(eq(settlement.id, settlementId)),
    enqueueExpiry(ctx.db, placed),
  ]);
  const held = await holdBeli(ctx, { orderId: placed.id, accountId: placed.accountId, beli: placed.beli });
  if (!held.ok) throw new Error(`order ${placed.id} was priced with 贝里 that are not there`);
  return placed;
}

/** Numbers are drawn at random: one that is taken is drawn again. */
async function insertNumbered(ctx: AccountCtx & TxCtx, settlementId: number, quote: Quote): Promise<Order> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [placed] = await ctx.db
      .insert(order)
      .values({
        orderNo: orderNumber(ctx.now),
        accountId: ctx.actor.id,
        settlementId,
        listFen: quote.listFen,
        lineDiscountFen: quote.lineDiscountFen,
        orderDiscountFen: quote.orderDiscountFen,
        beli: quote.beli,
        cashFen: quote.cashFen,
        orderCouponRecordId: quote.orderCouponRecordId,
        placedAt: ctx.now,
        expiresAt: new Date(ctx.now.getTime() + MINUTES_TO_PAY * 60_000),
      })
      .onConflictDoNothing({ target: order.orderNo })
      .returning();
    if (placed) return placed;
  }
  throw new Error('no free order number');
}

async function insertLines(ctx: TxCtx, placed: Order, facts: SettlementFacts, quote: Quote): Promise<void> {
  const rows = quote.lines.map((line, position) => {
    const fact = facts.lines.find((candidate) => candidate.productId === line.productId);
    if (!fact) throw new Error(`product ${line.productId} was priced but not settled`);
    const shown = { productKind: fact.kind, productName: fact.name, validDays: fact.policy.validDays };
    return { orderId: placed.id, position, ...shown, ...line };
  });
  await ctx.db.insert(orderLine).values(rows);
}

/** unused → locked, all of them or none. */
async function lockCoupons(ctx: AccountCtx & TxCtx, placed: Order, quote: Quote): Promise<void> {
  const chosen = [quote.orderCouponRecordId, ...quote.lines.map((line) => line.couponRecordId)];
  const recordIds = chosen.filter((id) => id !== null);
  if (recordIds.length === 0) return;
  const locked = await ctx.db
    .update(couponRecord)
    .set({ status: 'locked', orderId: placed.id })
    .where(
      and(
        inArray(couponRecord.id, recordIds),
        eq(couponRecord.accountId, ctx.actor.id),
        eq(couponRecord.status, 'unused'),
      ),
    )
    .returning({ id: couponRecord.id });
  if (locked.length !== recordIds.length)
    throw new Error(`order ${placed.id} was priced with coupons that are not free`);
}
