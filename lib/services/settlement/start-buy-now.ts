import type { OfferIds } from '@/lib/domain/cart';
import { ok, type Result } from '@/lib/errors';
import { checkOffer, type OfferError } from '../cart/check-offer';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { applyBest } from './apply-best';
import { openSettlement } from './open-settlement';

/** 立即购买: begins a settlement of one product with the best coupons for it; the cart is not touched. */
export async function startBuyNow(ctx: AccountCtx, input: OfferIds): Promise<Result<null, OfferError>> {
  const offer = await checkOffer(ctx.db, input);
  if (!offer.ok) return offer;
  const settlementId = await ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    return openSettlement({ ...ctx, db: tx }, [input]);
  });
  await applyBest(ctx, settlementId, 'follow');
  return ok(null);
}
