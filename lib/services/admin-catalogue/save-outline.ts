import { and, eq } from 'drizzle-orm';
import { outlineFields } from '@/db/queries/catalogue-fields';
import { courseOutline } from '@/db/schema';
import type { NewOutlineInput, OutlineInput } from '@/lib/domain/catalogue-form-entry';
import { ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { checkSeen } from './check-seen';
import { nextPlace } from './entry-lists';
import { productWrite } from './product-write';

export function addOutline(ctx: Ctx, { productId, ...typed }: NewOutlineInput) {
  return productWrite(ctx, productId, async ({ ctx: tx, record }) => {
    const position = await nextPlace(tx, 'outline', productId);
    await tx.db.insert(courseOutline).values({ ...typed, courseId: productId, position });
    await record('outline.add', null, typed);
    return ok(null);
  });
}

export function changeOutline(ctx: Ctx, { productId, id, version, ...typed }: OutlineInput) {
  return productWrite(ctx, productId, async ({ ctx: { db }, record }) => {
    const own = and(eq(courseOutline.id, id), eq(courseOutline.courseId, productId));
    const [row] = await db.select(outlineFields).from(courseOutline).where(own);
    const seen = checkSeen(row, version, typed);
    if (!seen.ok) return seen;
    await db.update(courseOutline).set(typed).where(own);
    await record('outline.change', seen.value, typed, seen.value.title);
    return ok(null);
  });
}
