import { and, eq } from 'drizzle-orm';
import { chapterFields } from '@/db/queries/catalogue-fields';
import { courseChapter } from '@/db/schema';
import type { ChapterInput, NewChapterInput } from '@/lib/domain/catalogue-form-lesson';
import { ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { checkSeen } from './check-seen';
import { nextPlace } from './entry-lists';
import { inserted } from './inserted';
import { productWrite } from './product-write';

/** A chapter behind the last one. Gives its id. */
export function addChapter(ctx: Ctx, { productId, ...typed }: NewChapterInput) {
  return productWrite(ctx, productId, async ({ ctx: tx, record }) => {
    const number = await nextPlace(tx, 'chapter', productId);
    const { id } = inserted(
      await tx.db
        .insert(courseChapter)
        .values({ ...typed, courseId: productId, number })
        .returning({ id: courseChapter.id }),
    );
    await record('chapter.add', null, { number, ...typed });
    return ok(id);
  });
}

export function changeChapter(ctx: Ctx, { productId, id, version, ...typed }: ChapterInput) {
  return productWrite(ctx, productId, async ({ ctx: { db }, record }) => {
    const own = and(eq(courseChapter.id, id), eq(courseChapter.courseId, productId));
    const [row] = await db.select(chapterFields).from(courseChapter).where(own);
    const seen = checkSeen(row, version, typed);
    if (!seen.ok) return seen;
    await db.update(courseChapter).set(typed).where(own);
    await record('chapter.change', seen.value, typed, seen.value.name);
    return ok(null);
  });
}
