import { asc, eq, inArray } from 'drizzle-orm';
import { cartItem, pricePolicy } from '@/db/schema';
import { type CartEntry, MAX_CART_LINES } from '@/lib/domain/cart';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';

/**
 * Takes a visitor's lines into the account's cart. Where both hold a product the visitor's policy wins: it is the newer
 * choice. What does not fit is left out, newest kept first. Merging the same lines again changes nothing.
 */
export async function mergeCart(ctx: AccountCtx, entries: readonly CartEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    const held = await tx
      .select({ productId: cartItem.productId })
      .from(cartItem)
      .where(eq(cartItem.accountId, ctx.actor.id));
    const known = await tx
      .select({ id: pricePolicy.id, productId: pricePolicy.productId })
      .from(pricePolicy)
      .where(
        inArray(
          pricePolicy.id,
          entries.map((entry) => entry.pricePolicyId),
        ),
      )
      .orderBy(asc(pricePolicy.id));
    const rows = fitting(
      entries.filter((entry) =>
        known.some((policy) => policy.id === entry.pricePolicyId && policy.productId === entry.productId),
      ),
      new Set(held.map((line) => line.productId)),
    );
    for (const [age, entry] of rows.entries()) {
      const choice = { pricePolicyId: entry.pricePolicyId, isSelected: entry.isSelected };
      await tx
        .insert(cartItem)
        // The list is newest first; a millisecond each keeps it so in a cart that sorts by time.
        .values({
          accountId: ctx.actor.id,
          productId: entry.productId,
          ...choice,
          addedAt: new Date(ctx.now.getTime() - age),
        })
        .onConflictDoUpdate({ target: [cartItem.accountId, cartItem.productId], set: choice });
    }
  });
}

/** Those the account holds already, and as many of the others as its cart has room for. */
function fitting(entries: readonly CartEntry[], held: ReadonlySet<number>): CartEntry[] {
  let room = MAX_CART_LINES - held.size;
  return entries.filter((entry) => held.has(entry.productId) || room-- > 0);
}
