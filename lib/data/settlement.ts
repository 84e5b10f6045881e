import 'server-only';
import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { readSettlementFacts } from '@/db/queries/settlement-facts';
import { order, pricePolicy, settlement } from '@/db/schema';
import type { BestCombination, CombinationSolver } from '@/lib/domain/best-combination';
import type { PolicyChoice } from '@/lib/domain/cart-line';
import { combinationInput } from '@/lib/domain/settlement-best';
import type { SettlementFacts } from '@/lib/domain/settlement-facts';
import { type Day, shanghaiDay } from '@/lib/domain/shanghai-day';

export interface OpenSettlementPage {
  readonly settlementId: number;
  readonly facts: SettlementFacts;
  /** Product id → periods on offer. */
  readonly policies: ReadonlyMap<number, readonly PolicyChoice[]>;
  /** The day in Shanghai as of which it is priced. */
  readonly today: Day;
  /** What would be best, whatever is chosen. */
  readonly best: BestCombination;
}

/** The account's open settlement as of `now`; null when there is none. Looking changes nothing. */
export async function findOpenSettlement(
  db: Db,
  solve: CombinationSolver,
  accountId: number,
  now: Date,
): Promise<OpenSettlementPage | null> {
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
  const today = shanghaiDay(now);
  return { settlementId: row.id, facts, policies, today, best: await solve(combinationInput(facts, today)) };
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
