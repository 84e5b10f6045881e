import { desc, eq } from 'drizzle-orm';
import { cartItem } from '@/db/schema';
import type { CartEntry } from '@/lib/domain/cart';
import type { SaleProblem } from '@/lib/domain/sale';
import type { TxCtx } from '../ctx';
import { readOffers } from './read-offers';

interface JudgedEntry extends CartEntry {
  /** Why it cannot be bought, if so. */
  readonly problem: SaleProblem | null;
}

/** The account's cart, newest first, each line judged. Needs the account's lock; keeps the lines until the commit. */
export async function lockEntries(tx: TxCtx['db'], accountId: number): Promise<JudgedEntry[]> {
  const entries = await tx
    .select({
      productId: cartItem.productId,
      pricePolicyId: cartItem.pricePolicyId,
      isSelected: cartItem.isSelected,
    })
    .from(cartItem)
    .where(eq(cartItem.accountId, accountId))
    .orderBy(desc(cartItem.addedAt), desc(cartItem.id))
    .for('no key update');
  const offers = await readOffers(tx, entries);
  return entries.map((entry) => ({ ...entry, problem: offers(entry)?.problem ?? null }));
}
