import { and, eq } from 'drizzle-orm';
import { cartItem } from '@/db/schema';
import type { CartEntry } from '@/lib/domain/cart';
import type { AccountCtx } from '../ctx';
import { readOffers } from './read-offers';

/** A removed line, with all that is needed to put it back. */
export interface RemovedItem extends CartEntry {
  readonly name: string;
}

/** Takes a line out of the account's cart. Null when it was not there: removing twice is no failure. */
export async function removeItem(ctx: AccountCtx, input: { readonly productId: number }): Promise<RemovedItem | null> {
  const [removed] = await ctx.db
    .delete(cartItem)
    .where(and(eq(cartItem.accountId, ctx.actor.id), eq(cartItem.productId, input.productId)))
    .returning({
      productId: cartItem.productId,
      pricePolicyId: cartItem.pricePolicyId,
      isSelected: cartItem.isSelected,
    });
  if (!removed) return null;
  const offers = await readOffers(ctx.db, [removed]);
  return { ...removed, name: offers(removed)?.name ?? '课程' };
}
