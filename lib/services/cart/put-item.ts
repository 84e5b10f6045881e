import { and, eq, ne } from 'drizzle-orm';
import { cartItem } from '@/db/schema';
import { type CartEntry, MAX_CART_LINES } from '@/lib/domain/cart';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';

/** Writes a line whose ids were checked; one the cart holds already takes over the policy and the selection. */
export async function putItem(ctx: AccountCtx, entry: CartEntry): Promise<Result<null, 'CART_FULL'>> {
  return ctx.db.transaction(async (tx) => {
    // The account's lock makes the count hold until the line is in.
    await lockAccount(tx, ctx.actor.id);
    const others = await tx.$count(
      cartItem,
      and(eq(cartItem.accountId, ctx.actor.id), ne(cartItem.productId, entry.productId)),
    );
    if (others >= MAX_CART_LINES) return err('CART_FULL');
    const choice = { pricePolicyId: entry.pricePolicyId, isSelected: entry.isSelected };
    await tx
      .insert(cartItem)
      .values({ accountId: ctx.actor.id, productId: entry.productId, ...choice, addedAt: ctx.now })
      .onConflictDoUpdate({ target: [cartItem.accountId, cartItem.productId], set: choice });
    return ok(null);
  });
}
