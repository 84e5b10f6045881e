import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { pricePolicy } from '@/db/schema';
import { formatValidDays } from '@/lib/domain/catalogue';
import type { PriceOfferInput } from '@/lib/domain/catalogue-form-price';
import { err, ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { productWrite } from './product-write';

/** Takes a price out of sale or puts it back. It is never deleted: orders name it. */
export function offerPrice(ctx: Ctx, { productId, id, offered }: PriceOfferInput) {
  return productWrite(ctx, productId, async ({ ctx: { db, now }, record }) => {
    const [changed] = await db
      .update(pricePolicy)
      .set({ withdrawnAt: offered ? null : now })
      .where(
        and(
          eq(pricePolicy.id, id),
          eq(pricePolicy.productId, productId),
          offered ? isNotNull(pricePolicy.withdrawnAt) : isNull(pricePolicy.withdrawnAt),
        ),
      )
      .returning({ validDays: pricePolicy.validDays, priceFen: pricePolicy.priceFen });
    if (!changed) return err('CONFLICT', { detail: offered ? '它已经在售，请刷新页面' : '它已经下架，请刷新页面' });
    const [action, was, is] = offered
      ? (['price.restore', false, true] as const)
      : (['price.withdraw', true, false] as const);
    await record(action, { offered: was }, { offered: is }, formatValidDays(changed.validDays));
    return ok(null);
  });
}
