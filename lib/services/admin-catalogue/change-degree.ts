import { eq } from 'drizzle-orm';
import { readDegreeFields } from '@/db/queries/catalogue-fields';
import { degreeCourse, product } from '@/db/schema';
import type { DegreeInput } from '@/lib/domain/catalogue-form-product';
import { ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { checkSeen } from './check-seen';
import { degreeParts } from './course-parts';
import { productWrite } from './product-write';

/** Everything a degree course's own form holds. */
export function changeDegree(ctx: Ctx, { id, version, ...typed }: DegreeInput) {
  return productWrite(ctx, id, async ({ ctx: { db }, record }) => {
    const seen = checkSeen(await readDegreeFields(db, id), version, typed);
    if (!seen.ok) return seen;
    const parts = degreeParts(typed);
    await db.update(product).set(parts.product).where(eq(product.id, id));
    await db.update(degreeCourse).set(parts.degree).where(eq(degreeCourse.productId, id));
    await record('product.change', seen.value, typed);
    return ok(null);
  });
}
