import { and, eq } from 'drizzle-orm';
import { settlementLine } from '@/db/schema';
import type { OfferIds } from '@/lib/domain/cart';
import { err, ok, type Result } from '@/lib/errors';
import { checkOffer, type OfferError } from '../cart/check-offer';
import type { AccountCtx } from '../ctx';
import { inOpenSettlement, type NotOpen } from './in-open-settlement';

/** Changes the price policy of one line of the open settlement; the cart keeps its own. */
export async function changeLinePolicy(
  ctx: AccountCtx,
  input: OfferIds & { readonly settlementId: number },
): Promise<Result<null, NotOpen | OfferError>> {
  return inOpenSettlement(ctx, input.settlementId, async ({ ctx: { db }, row }) => {
    const offer = await checkOffer(db, input);
    if (!offer.ok) return offer;
    const changed = await db
      .update(settlementLine)
      .set({ pricePolicyId: input.pricePolicyId })
      .where(and(eq(settlementLine.settlementId, row.id), eq(settlementLine.productId, input.productId)))
      .returning({ id: settlementLine.id });
    return changed.length > 0 ? ok(null) : err('NOT_FOUND');
  });
}
