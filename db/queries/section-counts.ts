import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { courseChapter, courseSection, sectionProgress } from '../schema';

/** Joins an account's own progress to the sections. */
export const ownProgress = (accountId: number) =>
  and(eq(sectionProgress.sectionId, courseSection.id), eq(sectionProgress.accountId, accountId));

/** How many sections each course has, and how many an account completed; a course without sections is left out. */
export const countSections = (db: Db, accountId: number, courseIds: readonly number[]) =>
  db
    .select({
      courseId: courseChapter.courseId,
      sections: sql`count(*)`.mapWith(Number),
      completed: sql`count(${sectionProgress.completedAt})`.mapWith(Number),
      percent: sql`100 * count(${sectionProgress.completedAt}) / count(*)`.mapWith(Number),
    })
    .from(courseSection)
    .innerJoin(courseChapter, eq(courseChapter.id, courseSection.chapterId))
    .leftJoin(sectionProgress, ownProgress(accountId))
    .where(inArray(courseChapter.courseId, [...courseIds]))
    .groupBy(courseChapter.courseId);
