import { eq } from 'drizzle-orm';
import { readCourseFields } from '@/db/queries/catalogue-fields';
import { course, courseDetail, product } from '@/db/schema';
import type { CourseInput } from '@/lib/domain/catalogue-form-product';
import { ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { checkSeen } from './check-seen';
import { courseParts } from './course-parts';
import { productWrite } from './product-write';

/** Everything a course's own form holds. */
export function changeCourse(ctx: Ctx, { id, version, ...typed }: CourseInput) {
  return productWrite(ctx, id, async ({ ctx: { db }, record }) => {
    const seen = checkSeen(await readCourseFields(db, id), version, typed);
    if (!seen.ok) return seen;
    const parts = courseParts(typed);
    await db.update(product).set(parts.product).where(eq(product.id, id));
    await db.update(course).set(parts.course).where(eq(course.productId, id));
    await db.update(courseDetail).set(parts.detail).where(eq(courseDetail.courseId, id));
    await record('product.change', seen.value, typed);
    return ok(null);
  });
}
