import { and, eq } from 'drizzle-orm';
import { product, recommendedCourse } from '@/db/schema';
import type { RecommendationInput } from '@/lib/domain/catalogue-form-entry';
import { err, ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { nextPlace } from './entry-lists';
import { productWrite } from './product-write';

/** Recommends another course, named by its slug, on the page of a course. */
export function addRecommendation(ctx: Ctx, { productId, recommended }: RecommendationInput) {
  return productWrite(ctx, productId, async ({ ctx: tx, record }) => {
    const field = 'recommended';
    const [other] = await tx.db
      .select({ id: product.id, name: product.name })
      .from(product)
      .where(and(eq(product.slug, recommended), eq(product.kind, 'course')));
    if (!other) return err('NOT_FOUND', { field, detail: '没有这个网址的课程' });
    if (other.id === productId) return err('INVALID_INPUT', { field, detail: '不能推荐课程自己' });
    const position = await nextPlace(tx, 'recommended', productId);
    await tx.db.insert(recommendedCourse).values({ courseId: productId, recommendedId: other.id, position });
    await record('recommended.add', null, { recommendedId: other.id, name: other.name });
    return ok(null);
  });
}
