import { and, eq } from 'drizzle-orm';
import { priceFields } from '@/db/queries/catalogue-fields';
import { pricePolicy } from '@/db/schema';
import { formatValidDays } from '@/lib/domain/catalogue';
import type { PriceInput } from '@/lib/domain/catalogue-form-price';
import { formatYuan } from '@/lib/domain/money';
import { err, ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { productWrite } from './product-write';

/** Orders keep the price they were placed at; whoever is at the settlement is asked again. */
export function changePrice(ctx: Ctx, { productId, id, version, price }: PriceInput) {
  return productWrite(ctx, productId, async ({ ctx: { db }, record }) => {
    const own = and(eq(pricePolicy.id, id), eq(pricePolicy.productId, productId));
    const [row] = await db
      .select({ ...priceFields, validDays: pricePolicy.validDays })
      .from(pricePolicy)
      .where(own);
    if (!row) return err('NOT_FOUND');
    if (row.version !== version && row.priceFen !== price) {
      const detail = `有人刚刚改过它，现在是 ${formatYuan(row.priceFen)}；再次保存会改为 ${formatYuan(price)}`;
      return err('CONFLICT', { field: 'price', detail });
    }
    await db.update(pricePolicy).set({ priceFen: price }).where(own);
    await record('price.change', { priceFen: row.priceFen }, { priceFen: price }, formatValidDays(row.validDays));
    return ok(null);
  });
}
