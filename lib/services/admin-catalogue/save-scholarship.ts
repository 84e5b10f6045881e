import { and, eq } from 'drizzle-orm';
import { scholarshipFields } from '@/db/queries/catalogue-fields';
import { scholarship } from '@/db/schema';
import type { NewScholarshipInput, ScholarshipInput } from '@/lib/domain/catalogue-form-entry';
import { ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { checkSeen } from './check-seen';
import { productWrite } from './product-write';

export function addScholarship(ctx: Ctx, { productId, ...typed }: NewScholarshipInput) {
  return productWrite(ctx, productId, async ({ ctx: { db }, record }) => {
    await db.insert(scholarship).values({ ...typed, degreeCourseId: productId });
    await record('scholarship.add', null, typed);
    return ok(null);
  });
}

export function changeScholarship(ctx: Ctx, { productId, id, version, ...typed }: ScholarshipInput) {
  return productWrite(ctx, productId, async ({ ctx: { db }, record }) => {
    const own = and(eq(scholarship.id, id), eq(scholarship.degreeCourseId, productId));
    const [row] = await db.select(scholarshipFields).from(scholarship).where(own);
    const seen = checkSeen(row, version, typed);
    if (!seen.ok) return seen;
    await db.update(scholarship).set(typed).where(own);
    await record('scholarship.change', seen.value, typed, `${seen.value.timePercent}%`);
    return ok(null);
  });
}
