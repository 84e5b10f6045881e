import { eq } from 'drizzle-orm';
import { subCategoryFields } from '@/db/queries/catalogue-fields';
import { courseSubCategory } from '@/db/schema';
import type { NewSubCategoryInput, SubCategoryInput } from '@/lib/domain/catalogue-form-school';
import { ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { catalogueWrite } from './catalogue-write';
import { checkSeen } from './check-seen';
import { nextPlace } from './entry-lists';
import { inserted } from './inserted';

export function addSubCategory(ctx: Ctx, typed: NewSubCategoryInput) {
  return catalogueWrite(ctx, async ({ ctx: tx, record }) => {
    const values = { ...typed, position: await nextPlace(tx, 'sub-category', typed.categoryId) };
    const { id } = inserted(
      await tx.db.insert(courseSubCategory).values(values).returning({ id: courseSubCategory.id }),
    );
    await record({
      action: 'sub-category.add',
      subjectKind: 'sub-category',
      subjectId: id,
      before: null,
      after: typed,
    });
    return ok(null);
  });
}

/** In another category it goes behind the last one there. */
export function changeSubCategory(ctx: Ctx, { id, version, ...typed }: SubCategoryInput) {
  return catalogueWrite(ctx, async ({ ctx: tx, record }) => {
    const [row] = await tx.db
      .select(subCategoryFields)
      .from(courseSubCategory)
      .where(eq(courseSubCategory.id, id))
      .for('no key update');
    const seen = checkSeen(row, version, typed);
    if (!seen.ok) return seen;
    const stays = seen.value.categoryId === typed.categoryId;
    const place = stays ? {} : { position: await nextPlace(tx, 'sub-category', typed.categoryId) };
    await tx.db
      .update(courseSubCategory)
      .set({ ...typed, ...place })
      .where(eq(courseSubCategory.id, id));
    const subject = { subjectKind: 'sub-category', subjectId: id, entry: seen.value.name } as const;
    await record({ action: 'sub-category.change', ...subject, before: seen.value, after: typed });
    return ok(null);
  });
}
