import { and, eq } from 'drizzle-orm';
import { cartItem } from '@/db/schema';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';

/** Selects or unselects one line of the account's cart, or all of them. A line that is gone is no failure. */
export async function selectItems(
  ctx: AccountCtx,
  input: { readonly isSelected: boolean; readonly productId?: number },
): Promise<void> {
  const mine = eq(cartItem.accountId, ctx.actor.id);
  await ctx.db.transaction(async (tx) => {
    // Many rows in no order: without this lock two of these could each wait for the other.
    await lockAccount(tx, ctx.actor.id);
    await tx
      .update(cartItem)
      .set({ isSelected: input.isSelected })
      .where(input.productId === undefined ? mine : and(mine, eq(cartItem.productId, input.productId)));
  });
}
