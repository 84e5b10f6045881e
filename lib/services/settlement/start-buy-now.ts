import type { OfferIds } from '@/lib/domain/cart';
import { ok, type Result } from '@/lib/errors';
import { checkOffer, type OfferError } from '../cart/check-offer';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { openSettlement } from './open-settlement';

/** 立即购买: begins a settlement of one product; the cart is not touched. */
export async function startBuyNow(ctx: AccountCtx, input: OfferIds): Promise<Result<null, OfferError>> {
  const offer = await checkOffer(ctx.db, input);
  if (!offer.ok) return offer;
  return ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    await openSettlement({ ...ctx, db: tx }, [input]);
    return ok(null);
  });
}
