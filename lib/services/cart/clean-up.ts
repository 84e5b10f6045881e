import { and, eq, inArray } from 'drizzle-orm';
import { cartItem } from '@/db/schema';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { lockEntries } from './lock-entries';

/** Takes every line that cannot be bought out of the account's cart; gives back how many there were. */
export async function cleanUp(ctx: AccountCtx): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    const invalid = (await lockEntries(tx, ctx.actor.id)).filter((entry) => entry.problem !== null);
    if (invalid.length === 0) return 0;
    await tx.delete(cartItem).where(
      and(
        eq(cartItem.accountId, ctx.actor.id),
        inArray(
          cartItem.productId,
          invalid.map((entry) => entry.productId),
        ),
      ),
    );
    return invalid.length;
  });
}
