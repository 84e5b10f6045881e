import { and, eq } from 'drizzle-orm';
import { homeworkFields } from '@/db/queries/catalogue-fields';
import { homework } from '@/db/schema';
import type { HomeworkInput, NewHomeworkInput } from '@/lib/domain/catalogue-form-lesson';
import { err, ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { checkSeen } from './check-seen';
import { nextPlace } from './entry-lists';
import { ownsChapter } from './owns-chapter';
import { productWrite } from './product-write';

/** Homework at the end of its chapter. */
export function addHomework(ctx: Ctx, { productId, chapterId, ...typed }: NewHomeworkInput) {
  return productWrite(ctx, productId, async ({ ctx: tx, record }) => {
    if (!(await ownsChapter(tx, productId, chapterId))) return err('NOT_FOUND');
    const position = await nextPlace(tx, 'homework', chapterId);
    await tx.db.insert(homework).values({ ...typed, chapterId, position });
    await record('homework.add', null, { chapterId, ...typed });
    return ok(null);
  });
}

export function changeHomework(ctx: Ctx, { productId, chapterId, id, version, ...typed }: HomeworkInput) {
  return productWrite(ctx, productId, async ({ ctx: tx, record }) => {
    if (!(await ownsChapter(tx, productId, chapterId))) return err('NOT_FOUND');
    const own = and(eq(homework.id, id), eq(homework.chapterId, chapterId));
    const [row] = await tx.db.select(homeworkFields).from(homework).where(own);
    const seen = checkSeen(row, version, typed);
    if (!seen.ok) return seen;
    await tx.db.update(homework).set(typed).where(own);
    await record('homework.change', seen.value, typed, seen.value.title);
    return ok(null);
  });
}
