import { pricePolicy } from '@/db/schema';
import type { NewPriceInput } from '@/lib/domain/catalogue-form-price';
import { ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { productWrite } from './product-write';

/** A validity period the product did not have yet, with its price in fen. */
export function addPrice(ctx: Ctx, { productId, validDays, price }: NewPriceInput) {
  return productWrite(ctx, productId, async ({ ctx: { db }, record }) => {
    const added = { validDays, priceFen: price };
    await db.insert(pricePolicy).values({ productId, ...added });
    await record('price.add', null, added);
    return ok(null);
  });
}
