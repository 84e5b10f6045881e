import { eq } from 'drizzle-orm';
import { courseTeacher, degreeCourseTeacher, teacher } from '@/db/schema';
import type { TeachingInput } from '@/lib/domain/catalogue-form-entry';
import { ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { nextPlace } from './entry-lists';
import { productWrite } from './product-write';

/** Puts a teacher at the end of those of a course or a degree. */
export function addTeaching(ctx: Ctx, { productId, teacherId }: TeachingInput) {
  return productWrite(ctx, productId, async ({ ctx: tx, product: { kind }, record }) => {
    const [named] = await tx.db.select({ name: teacher.name }).from(teacher).where(eq(teacher.id, teacherId));
    if (kind === 'course') {
      const position = await nextPlace(tx, 'course-teacher', productId);
      await tx.db.insert(courseTeacher).values({ courseId: productId, teacherId, position });
      await record('course-teacher.add', null, { teacherId }, named?.name);
    } else {
      const position = await nextPlace(tx, 'degree-teacher', productId);
      await tx.db.insert(degreeCourseTeacher).values({ degreeCourseId: productId, teacherId, position });
      await record('degree-teacher.add', null, { teacherId }, named?.name);
    }
    return ok(null);
  });
}
