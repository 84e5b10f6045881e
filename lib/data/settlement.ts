import 'server-only';
import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { readSettlementFacts } from '@/db/queries/settlement-facts';
import { order, pricePolicy, settlement } from '@/db/schema';
import type { PolicyChoice } from '@/lib/domain/cart-line';
import type { Beli } from '@/lib/domain/money';
import { quoteVersion } from '@/lib/domain/quote-version';
import { type SettlementView, viewSettlement } from '@/lib/domain/settlement-view';
import { shanghaiDay } from '@/lib/domain/shanghai-day';

export interface OpenSettlementPage extends SettlementView {
  readonly settlementId: number;
  /** Sent back with 提交订单, so that a changed price is noticed. */
  readonly version: string;
  readonly orderCouponRecordId: number | null;
  readonly wantedBeli: Beli;
  readonly availableBeli: Beli;
}

/** The account's open settlement, priced as of `now`; null when there is none. */
export async function findOpenSettlement(db: Db, accountId: number, now: Date): Promise<OpenSettlementPage | null> {
  const [row] = await db
    .select()
    .from(settlement)
    .where(and(eq(settlement.accountId, accountId), eq(settlement.status, 'open')));
  if (!row) return null;
  const facts = await readSettlementFacts(db, row);
  const policies = await readPolicies(
    db,
    facts.lines.map((line) => line.productId),
  );
  const view = viewSettlement(facts, policies, shanghaiDay(now));
  const { orderCouponRecordId, wantedBeli, availableBeli } = facts;
  const version = quoteVersion(view.quote);
  return { ...view, settlementId: row.id, version, orderCouponRecordId, wantedBeli, availableBeli };
}

/** The account's newest order that still waits for its money; null when there is none. */
export async function findPendingOrder(
  db: Db,
  accountId: number,
  now: Date,
): Promise<{ readonly orderNo: string } | null> {
  const [row] = await db
    .select({ orderNo: order.orderNo })
    .from(order)
    .where(and(eq(order.accountId, accountId), eq(order.status, 'pending'), gt(order.expiresAt, now)))
    .orderBy(desc(order.placedAt))
    .limit(1);
  return row ?? null;
}

async function readPolicies(db: Db, productIds: readonly number[]): Promise<Map<number, PolicyChoice[]>> {
  const policies = new Map<number, PolicyChoice[]>(productIds.map((id) => [id, []]));
  if (productIds.length === 0) return policies;
  const rows = await db
    .select()
    .from(pricePolicy)
    .where(and(inArray(pricePolicy.productId, [...productIds]), isNull(pricePolicy.withdrawnAt)))
    .orderBy(asc(pricePolicy.validDays));
  for (const { productId, id, validDays, priceFen } of rows) policies.get(productId)?.push({ id, validDays, priceFen });
  return policies;
}
