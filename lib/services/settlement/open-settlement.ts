import { and, eq } from 'drizzle-orm';
import { settlement, settlementLine } from '@/db/schema';
import type { OfferIds } from '@/lib/domain/cart';
import { ZERO_BELI } from '@/lib/domain/money';
import type { AccountCtx, TxCtx } from '../ctx';

/** Makes these lines the account's one open settlement, still without coupons; an open one before it is replaced. Needs the
 * account's lock. Gives its id. */
export async function openSettlement(ctx: AccountCtx & TxCtx, lines: readonly OfferIds[]): Promise<number> {
  const { db, actor, now } = ctx;
  await db
    .update(settlement)
    .set({ status: 'replaced', updatedAt: now })
    .where(and(eq(settlement.accountId, actor.id), eq(settlement.status, 'open')));
  const [opened] = await db
    .insert(settlement)
    .values({ accountId: actor.id, couponChoice: 'best', beli: ZERO_BELI, createdAt: now, updatedAt: now })
    .returning({ id: settlement.id });
  if (!opened) throw new Error('insert returned no settlement');
  await db.insert(settlementLine).values(
    lines.map(({ productId, pricePolicyId }, position) => ({
      settlementId: opened.id,
      position,
      productId,
      pricePolicyId,
    })),
  );
  return opened.id;
}
