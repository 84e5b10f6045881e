import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { countSections, ownProgress } from '@/db/queries/section-counts';
import { courseChapter, courseSection, sectionProgress } from '@/db/schema';

export interface CourseProgress {
  readonly sections: number;
  readonly completed: number;
  /** Whole percent, rounded down: 100 only when every section is completed. */
  readonly percent: number;
  /** The section visited last, or the first one. */
  readonly resume: {
    readonly chapter: number;
    readonly link: string;
    readonly name: string;
    readonly isFirst: boolean;
  };
}

/** How far an account is in each of the courses; a course without sections is left out. */
export async function progressOf(
  db: Db,
  accountId: number,
  courseIds: readonly number[],
): Promise<ReadonlyMap<number, CourseProgress>> {
  if (courseIds.length === 0) return new Map();
  const [counts, resumes] = await Promise.all([
    countSections(db, accountId, courseIds),
    resumeSections(db, accountId, courseIds),
  ]);
  const resumeOf = new Map(resumes.map(({ courseId, ...resume }) => [courseId, resume]));
  const found: [number, CourseProgress][] = [];
  for (const { courseId, ...count } of counts) {
    const resume = resumeOf.get(courseId);
    if (resume) found.push([courseId, { ...count, resume }]);
  }
  return new Map(found);
}

const resumeSections = (db: Db, accountId: number, courseIds: readonly number[]) =>
  db
    .selectDistinctOn([courseChapter.courseId], {
      courseId: courseChapter.courseId,
      chapter: courseChapter.number,
      link: courseSection.link,
      name: courseSection.name,
      isFirst: sql`${sectionProgress.updatedAt} is null`.mapWith(Boolean),
    })
    .from(courseSection)
    .innerJoin(courseChapter, eq(courseChapter.id, courseSection.chapterId))
    .leftJoin(sectionProgress, ownProgress(accountId))
    .where(inArray(courseChapter.courseId, [...courseIds]))
    .orderBy(
      asc(courseChapter.courseId),
      sql`${desc(sectionProgress.updatedAt)} nulls last`,
      asc(courseChapter.number),
      asc(courseSection.position),
      asc(courseSection.id),
    );
