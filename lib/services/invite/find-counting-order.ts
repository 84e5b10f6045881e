import { and, asc, eq, gt, inArray, lte, notExists, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { order, refund } from '@/db/schema';
import { REFUND_WINDOW_DAYS } from '@/lib/domain/refund';

const RUNNING = ['requested', 'approved', 'sending', 'unknown'] as const;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Paid so long ago that no student may ask for it back any more. */
const paidBefore = (now: Date): Date => new Date(now.getTime() - REFUND_WINDOW_DAYS * DAY_MS);

/** Whether an order makes an invitation count: paid with money, of which some stays, and nobody is giving it back. */
export function countingOrders(db: Db, now: Date) {
  const ofLines = and(eq(refund.orderId, order.id), eq(refund.kind, 'lines'));
  const running = db
    .select({ id: refund.id })
    .from(refund)
    .where(and(ofLines, inArray(refund.status, RUNNING)));
  const given = sql`(select coalesce(sum(${refund.cashFen}), 0) from ${refund} where ${ofLines} and ${refund.status} = 'succeeded')`;
  return and(
    inArray(order.status, ['paid', 'partially_refunded']),
    lte(order.paidAt, paidBefore(now)),
    gt(order.cashFen, given),
    notExists(running),
  );
}

/** The first payment of an account that counts; null: none yet. */
export async function findCountingOrder(db: Db, accountId: number, now: Date): Promise<number | null> {
  const [found] = await db
    .select({ id: order.id })
    .from(order)
    .where(and(eq(order.accountId, accountId), countingOrders(db, now)))
    .orderBy(asc(order.paidAt), asc(order.id))
    .limit(1);
  return found?.id ?? null;
}
