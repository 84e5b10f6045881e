import { course, courseDetail, product } from '@/db/schema';
import type { NewCourseInput } from '@/lib/domain/catalogue-form-product';
import { ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { type CatalogueError, catalogueWrite } from './catalogue-write';
import { courseParts } from './course-parts';
import { inserted } from './inserted';

/** A new course, not yet online: prices, teachers and chapters come next. Gives its id. */
export function createCourse(ctx: Ctx, input: NewCourseInput): Promise<Result<number, CatalogueError>> {
  return catalogueWrite(ctx, async ({ ctx: { db, now }, record, expirePage }) => {
    const parts = courseParts(input);
    const { id } = inserted(
      await db
        .insert(product)
        .values({ ...parts.product, kind: 'course', status: 'offline', createdAt: now, updatedAt: now })
        .returning({ id: product.id }),
    );
    await db.insert(course).values({ ...parts.course, productId: id });
    await db.insert(courseDetail).values({ ...parts.detail, courseId: id });
    await record({ action: 'product.create', subjectKind: 'course', subjectId: id, before: null, after: input });
    expirePage(input.slug);
    return ok(id);
  });
}
