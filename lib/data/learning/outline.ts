import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { courseChapter, courseSection, homework, sectionProgress } from '@/db/schema';
import type { SectionKind } from '@/lib/domain/catalogue';

export interface OutlineSection {
  readonly id: number;
  readonly chapter: number;
  readonly link: string;
  readonly name: string;
  readonly kind: SectionKind;
  readonly durationSeconds: number;
  readonly isFreeTrial: boolean;
  readonly isCompleted: boolean;
}

export interface OutlineHomework {
  readonly id: number;
  readonly title: string;
  readonly requirement: string;
  readonly threshold: string;
  /** Recommended days. */
  readonly days: number;
}

export interface OutlineChapter {
  readonly number: number;
  readonly name: string;
  readonly summary: string;
  readonly sections: readonly OutlineSection[];
  readonly homework: readonly OutlineHomework[];
}

/** The chapters and sections of a course in their order, ticked off for the account if there is one. */
export async function findOutline(db: Db, courseId: number, accountId: number | null): Promise<OutlineChapter[]> {
  const [chapters, sections, tasks] = await Promise.all([
    db
      .select({ number: courseChapter.number, name: courseChapter.name, summary: courseChapter.summary })
      .from(courseChapter)
      .where(eq(courseChapter.courseId, courseId))
      .orderBy(asc(courseChapter.number)),
    sectionsOf(db, courseId, accountId),
    homeworkOf(db, courseId),
  ]);
  return chapters.map((chapter) => ({
    ...chapter,
    sections: sections.filter((section) => section.chapter === chapter.number),
    homework: tasks.filter((task) => task.chapter === chapter.number),
  }));
}

const sectionsOf = (db: Db, courseId: number, accountId: number | null): Promise<OutlineSection[]> =>
  db
    .select({
      id: courseSection.id,
      chapter: courseChapter.number,
      link: courseSection.link,
      name: courseSection.name,
      kind: courseSection.kind,
      durationSeconds: courseSection.durationSeconds,
      isFreeTrial: courseSection.isFreeTrial,
      isCompleted: sql`${sectionProgress.completedAt} is not null`.mapWith(Boolean),
    })
    .from(courseSection)
    .innerJoin(courseChapter, eq(courseChapter.id, courseSection.chapterId))
    .leftJoin(
      sectionProgress,
      and(eq(sectionProgress.sectionId, courseSection.id), eq(sectionProgress.accountId, accountId ?? -1)),
    )
    .where(eq(courseChapter.courseId, courseId))
    .orderBy(asc(courseChapter.number), asc(courseSection.position), asc(courseSection.id));

const homeworkOf = (db: Db, courseId: number) =>
  db
    .select({
      id: homework.id,
      chapter: courseChapter.number,
      title: homework.title,
      requirement: homework.requirement,
      threshold: homework.threshold,
      days: homework.recommendedPeriod,
    })
    .from(homework)
    .innerJoin(courseChapter, eq(courseChapter.id, homework.chapterId))
    .where(and(eq(courseChapter.courseId, courseId), eq(homework.isEnabled, true)))
    .orderBy(asc(courseChapter.number), asc(homework.position), asc(homework.id));
