import { degreeCourse, product } from '@/db/schema';
import type { NewDegreeInput } from '@/lib/domain/catalogue-form-product';
import { ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { type CatalogueError, catalogueWrite } from './catalogue-write';
import { degreeParts } from './course-parts';
import { inserted } from './inserted';

/** A new degree course, not yet online. Gives its id. */
export function createDegree(ctx: Ctx, input: NewDegreeInput): Promise<Result<number, CatalogueError>> {
  return catalogueWrite(ctx, async ({ ctx: { db, now }, record, expirePage }) => {
    const parts = degreeParts(input);
    const { id } = inserted(
      await db
        .insert(product)
        .values({ ...parts.product, kind: 'degree_course', status: 'offline', createdAt: now, updatedAt: now })
        .returning({ id: product.id }),
    );
    await db.insert(degreeCourse).values({ ...parts.degree, productId: id });
    await record({ action: 'product.create', subjectKind: 'degree_course', subjectId: id, before: null, after: input });
    expirePage(input.slug);
    return ok(id);
  });
}
