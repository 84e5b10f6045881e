import type { CartEntry } from '@/lib/domain/cart';
import { err, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { putItem } from './put-item';
import { readOffers } from './read-offers';

/** Puts a removed line back as it was, even one that can no longer be bought: undo promises just that. */
export async function restoreItem(ctx: AccountCtx, entry: CartEntry): Promise<Result<null, 'NOT_FOUND' | 'CART_FULL'>> {
  const offer = (await readOffers(ctx.db, [entry]))(entry);
  return offer === null ? err('NOT_FOUND') : putItem(ctx, entry);
}
