import { eq } from 'drizzle-orm';
import { product } from '@/db/schema';
import type { CatalogueAction } from '@/lib/domain/catalogue-audit';
import { type ErrorCode, err, type Result } from '@/lib/errors';
import type { AccountCtx, Ctx, TxCtx } from '../ctx';
import type { RowState } from './audit-diff';
import { type CatalogueError, catalogueWrite } from './catalogue-write';

type LockedProduct = Pick<typeof product.$inferSelect, 'id' | 'kind' | 'slug' | 'status'>;

export interface ProductWrite {
  readonly ctx: AccountCtx & TxCtx;
  /** As it was before, and locked: two administrators change a product one after the other. */
  readonly product: LockedProduct;
  /** `entry`: which part of the product changed, when it has several of the kind. */
  readonly record: (action: CatalogueAction, before: RowState, after: RowState, entry?: string) => Promise<void>;
}

/** A catalogue write below one product: locks it, notes when it changed, expires its page, under both slugs if renamed. */
export function productWrite<T, C extends ErrorCode>(
  anyone: Ctx,
  productId: number,
  body: (write: ProductWrite) => Promise<Result<T, C>>,
): Promise<Result<T, C | 'NOT_FOUND' | CatalogueError>> {
  return catalogueWrite<T, C | 'NOT_FOUND'>(anyone, async ({ ctx, record, expirePage }) => {
    const [row] = await ctx.db
      .select({ id: product.id, kind: product.kind, slug: product.slug, status: product.status })
      .from(product)
      .where(eq(product.id, productId))
      .for('no key update');
    if (!row) return err('NOT_FOUND');
    const subject = { subjectKind: row.kind, subjectId: row.id };
    const result = await body({
      ctx,
      product: row,
      record: (action, before, after, entry) =>
        record({ action, ...subject, before, after, ...(entry !== undefined && { entry }) }),
    });
    if (!result.ok) return result;
    const changed = await ctx.db
      .update(product)
      .set({ updatedAt: ctx.now })
      .where(eq(product.id, productId))
      .returning({ slug: product.slug });
    for (const { slug } of [row, ...changed]) expirePage(slug);
    return result;
  });
}
