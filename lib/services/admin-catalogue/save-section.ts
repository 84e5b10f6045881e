import { and, eq } from 'drizzle-orm';
import { sectionFields } from '@/db/queries/catalogue-fields';
import { courseSection } from '@/db/schema';
import type { NewSectionInput, SectionInput } from '@/lib/domain/catalogue-form-lesson';
import { err, ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { checkSeen } from './check-seen';
import { nextPlace } from './entry-lists';
import { ownsChapter } from './owns-chapter';
import { productWrite } from './product-write';

/** A section at the end of its chapter. */
export function addSection(ctx: Ctx, { productId, chapterId, ...typed }: NewSectionInput) {
  return productWrite(ctx, productId, async ({ ctx: tx, record }) => {
    if (!(await ownsChapter(tx, productId, chapterId))) return err('NOT_FOUND');
    const position = await nextPlace(tx, 'section', chapterId);
    await tx.db.insert(courseSection).values({ ...typed, chapterId, position });
    await record('section.add', null, { chapterId, ...typed });
    return ok(null);
  });
}

export function changeSection(ctx: Ctx, { productId, chapterId, id, version, ...typed }: SectionInput) {
  return productWrite(ctx, productId, async ({ ctx: tx, record }) => {
    if (!(await ownsChapter(tx, productId, chapterId))) return err('NOT_FOUND');
    const own = and(eq(courseSection.id, id), eq(courseSection.chapterId, chapterId));
    const [row] = await tx.db.select(sectionFields).from(courseSection).where(own);
    const seen = checkSeen(row, version, typed);
    if (!seen.ok) return seen;
    await tx.db.update(courseSection).set(typed).where(own);
    await record('section.change', seen.value, typed, seen.value.name);
    return ok(null);
  });
}
