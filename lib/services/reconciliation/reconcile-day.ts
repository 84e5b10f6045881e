import { and, count, eq, gt, gte, lt } from 'drizzle-orm';
import { billDay, payment, refund } from '@/db/schema';
import { ZERO_FEN } from '@/lib/domain/money';
import { addDays, type Day, endOfDay, shanghaiDay, startOfDay } from '@/lib/domain/shanghai-day';
import type { BillFile } from '@/lib/gateways/alipay/gateway';
import type { Ctx, TxCtx } from '../ctx';
import { type BillTotals, BillUnreadable, loadBill } from './load-bill';
import { matchDay } from './match-day';

const NO_TOTALS: BillTotals = { payments: 0, refunds: 0, paymentsFen: 0, refundsFen: 0 };

/**
 * Downloads the bill of a day in Asia/Shanghai and compares it with what we have. Not inside a transaction.
 * missing: there is no bill yet, ask again later. unknown: Alipay could not say, or the file was broken.
 */
export async function reconcileDay(
  ctx: Ctx,
  { day }: { readonly day: Day },
): Promise<'matched' | 'missing' | 'unknown'> {
  if (day >= shanghaiDay(ctx.now)) return 'missing';
  await ctx.db.insert(billDay).values({ day, status: 'loading', createdAt: ctx.now }).onConflictDoNothing();
  const answer = await ctx.gateways.alipay.bill(day);
  if (answer.kind === 'unknown') return fail(ctx, day, answer.reason);
  if (answer.kind === 'not_exist') return withoutBill(ctx, day);
  try {
    await withBill(ctx, day, answer.bill);
    return 'matched';
  } catch (error) {
    if (error instanceof BillUnreadable) return fail(ctx, day, error.message);
    throw error;
  } finally {
    await answer.bill.discard();
  }
}

async function fail(ctx: Ctx, day: Day, failure: string): Promise<'unknown'> {
  ctx.log.warn({ day, failure }, 'bill could not be read');
  await ctx.db.update(billDay).set({ failure }).where(eq(billDay.day, day));
  return 'unknown';
}

/** Locked, so that two workers do not read one day at once. */
async function withBill(ctx: Ctx, day: Day, bill: BillFile): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    await lockDay(inside, day);
    const totals = await loadBill(inside, day, bill.lines());
    await finish(inside, day, totals, await matchDay(inside, day));
  });
}

const lockDay = (ctx: TxCtx, day: Day) =>
  ctx.db.select({ status: billDay.status }).from(billDay).where(eq(billDay.day, day)).for('no key update');

async function finish(ctx: TxCtx, day: Day, totals: BillTotals, matched: number): Promise<void> {
  const done = { status: 'matched', matched, failure: null, loadedAt: ctx.now } as const;
  await ctx.db
    .update(billDay)
    .set({ ...totals, ...done })
    .where(eq(billDay.day, day));
}

/**
 * A day on which nothing happened never gets a bill: that is certain once the day on which bills are made is over, and
 * if we know of no money either. What was compared before stays.
 */
async function withoutBill(ctx: Ctx, day: Day): Promise<'matched' | 'missing'> {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const [row] = await lockDay(inside, day);
    if (row?.status === 'matched') return 'matched';
    if (ctx.now >= endOfDay(addDays(day, 1)) && !(await hasMoney(inside, day))) {
      await finish(inside, day, NO_TOTALS, 0);
      return 'matched';
    }
    await tx.update(billDay).set({ status: 'missing', failure: null }).where(eq(billDay.day, day));
    return 'missing';
  });
}

/** In cash: 贝里 that went back are no business of Alipay's. */
async function hasMoney(ctx: TxCtx, day: Day): Promise<boolean> {
  const [from, until] = [startOfDay(day), endOfDay(day)];
  const counts = await Promise.all([
    ctx.db
      .select({ rows: count() })
      .from(payment)
      .where(and(gte(payment.paidAt, from), lt(payment.paidAt, until))),
    ctx.db
      .select({ rows: count() })
      .from(refund)
      .where(
        and(
          eq(refund.status, 'succeeded'),
          gt(refund.cashFen, ZERO_FEN),
          gte(refund.finishedAt, from),
          lt(refund.finishedAt, until),
        ),
      ),
  ]);
  return counts.some(([found]) => (found?.rows ?? 0) > 0);
}
