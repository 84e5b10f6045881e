import { eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { course, pricePolicy, product } from '@/db/schema';
import type { OfferIds } from '@/lib/domain/cart';
import { type SaleProblem, saleProblem } from '@/lib/domain/sale';

export interface JudgedOffer {
  readonly name: string;
  /** Why it cannot be bought, if so. */
  readonly problem: SaleProblem | null;
}

/** Looks up pairs of product and price policy as they are now; null for a pair that does not belong together. */
export async function readOffers(db: Db, pairs: readonly OfferIds[]): Promise<(ids: OfferIds) => JudgedOffer | null> {
  if (pairs.length === 0) return () => null;
  const rows = await db
    .select({
      id: pricePolicy.id,
      productId: pricePolicy.productId,
      name: product.name,
      status: product.status,
      courseType: course.courseType,
      withdrawnAt: pricePolicy.withdrawnAt,
    })
    .from(pricePolicy)
    .innerJoin(product, eq(product.id, pricePolicy.productId))
    .leftJoin(course, eq(course.productId, product.id))
    .where(
      inArray(
        pricePolicy.id,
        pairs.map((pair) => pair.pricePolicyId),
      ),
    );
  const byPolicy = new Map(rows.map((row) => [row.id, row]));
  return ({ productId, pricePolicyId }) => {
    const row = byPolicy.get(pricePolicyId);
    if (row?.productId !== productId) return null;
    return { name: row.name, problem: saleProblem({ ...row, isPolicyWithdrawn: row.withdrawnAt !== null }) };
  };
}
