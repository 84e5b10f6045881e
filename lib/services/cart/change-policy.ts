import { and, eq } from 'drizzle-orm';
import { cartItem } from '@/db/schema';
import type { OfferIds } from '@/lib/domain/cart';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { checkOffer, type OfferError } from './check-offer';

/** Changes the price policy of one line of the account's cart. */
export async function changePolicy(ctx: AccountCtx, input: OfferIds): Promise<Result<null, OfferError>> {
  const offer = await checkOffer(ctx.db, input);
  if (!offer.ok) return offer;
  const changed = await ctx.db
    .update(cartItem)
    .set({ pricePolicyId: input.pricePolicyId })
    .where(and(eq(cartItem.accountId, ctx.actor.id), eq(cartItem.productId, input.productId)))
    .returning({ id: cartItem.id });
  return changed.length > 0 ? ok(null) : err('NOT_FOUND', { detail: '这门课程已不在购物车里' });
}
