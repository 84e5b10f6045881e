import 'server-only';
import { eq } from 'drizzle-orm';
import { product } from '@/db/schema';
import { database } from '@/lib/context';
import { productPath } from '@/lib/domain/learn-paths';

/** The page of a product; the list of courses when there is none with this id. */
export async function pathOfProduct(productId: number): Promise<string> {
  const [row] = await database()
    .select({ kind: product.kind, slug: product.slug })
    .from(product)
    .where(eq(product.id, productId));
  return row ? productPath(row.kind, row.slug) : '/courses';
}
