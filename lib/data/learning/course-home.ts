import type { Db } from '@/db/client';
import { findOutline, type OutlineChapter } from './outline';
import { type CourseProgress, progressOf } from './progress';
import { findStudyAccess, type StudyAccess } from './study-access';
import { findStudyCourse, type StudyCourse } from './study-course';

export interface CourseHome {
  readonly course: StudyCourse;
  readonly access: StudyAccess;
  readonly outline: readonly OutlineChapter[];
  readonly progress: CourseProgress | null;
}

/** A course as an account (null: a visitor) studies it; undefined when there is no such course. */
export async function findCourseHome(
  db: Db,
  slug: string,
  accountId: number | null,
  now: Date,
): Promise<CourseHome | undefined> {
  const course = await findStudyCourse(db, slug);
  if (!course) return undefined;
  const [access, outline, progress] = await Promise.all([
    findStudyAccess(db, course, accountId, now),
    findOutline(db, course.productId, accountId),
    accountId === null ? null : progressOf(db, accountId, [course.productId]),
  ]);
  return { course, access, outline, progress: progress?.get(course.productId) ?? null };
}
