import { eq } from 'drizzle-orm';
import { categoryFields } from '@/db/queries/catalogue-fields';
import { courseCategory } from '@/db/schema';
import type { CategoryInput, NewCategoryInput } from '@/lib/domain/catalogue-form-school';
import { ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { catalogueWrite } from './catalogue-write';
import { checkSeen } from './check-seen';
import { nextPlace } from './entry-lists';
import { inserted } from './inserted';

export function addCategory(ctx: Ctx, typed: NewCategoryInput) {
  return catalogueWrite(ctx, async ({ ctx: tx, record }) => {
    const values = { ...typed, position: await nextPlace(tx, 'category', null) };
    const { id } = inserted(await tx.db.insert(courseCategory).values(values).returning({ id: courseCategory.id }));
    await record({ action: 'category.add', subjectKind: 'category', subjectId: id, before: null, after: typed });
    return ok(null);
  });
}

export function changeCategory(ctx: Ctx, { id, version, ...typed }: CategoryInput) {
  return catalogueWrite(ctx, async ({ ctx: { db }, record }) => {
    const [row] = await db
      .select(categoryFields)
      .from(courseCategory)
      .where(eq(courseCategory.id, id))
      .for('no key update');
    const seen = checkSeen(row, version, typed);
    if (!seen.ok) return seen;
    await db.update(courseCategory).set(typed).where(eq(courseCategory.id, id));
    const subject = { subjectKind: 'category', subjectId: id, entry: seen.value.name } as const;
    await record({ action: 'category.change', ...subject, before: seen.value, after: typed });
    return ok(null);
  });
}
