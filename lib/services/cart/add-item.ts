import type { OfferIds } from '@/lib/domain/cart';
import type { Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { checkOffer, type OfferError } from './check-offer';
import { putItem } from './put-item';

/**
 * Puts a product into the account's cart, selected. A product that is there already gets the new price policy:
 * clicking twice leaves one line.
 */
export async function addItem(ctx: AccountCtx, input: OfferIds): Promise<Result<null, OfferError | 'CART_FULL'>> {
  const offer = await checkOffer(ctx.db, input);
  return offer.ok ? putItem(ctx, { ...input, isSelected: true }) : offer;
}
