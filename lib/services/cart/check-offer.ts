import type { Db } from '@/db/client';
import type { OfferIds } from '@/lib/domain/cart';
import { describeSaleProblem } from '@/lib/domain/sale';
import { err, ok, type Result } from '@/lib/errors';
import { readOffers } from './read-offers';

export type OfferError = 'NOT_FOUND' | 'PRODUCT_NOT_ON_SALE' | 'POLICY_NOT_AVAILABLE';

/** Whether the price policy is one of this product's and can be bought now. */
export async function checkOffer(db: Db, ids: OfferIds): Promise<Result<null, OfferError>> {
  const offer = (await readOffers(db, [ids]))(ids);
  if (offer === null) return err('NOT_FOUND', { detail: '没有找到这门课程或这个有效期' });
  if (offer.problem === null) return ok(null);
  const code = offer.problem === 'policy_withdrawn' ? 'POLICY_NOT_AVAILABLE' : 'PRODUCT_NOT_ON_SALE';
  return err(code, { detail: describeSaleProblem(offer.problem) });
}
