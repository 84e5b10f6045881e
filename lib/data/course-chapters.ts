import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { courseChapter, courseSection, homework } from '@/db/schema';
import { database } from '@/lib/context';

/** The chapters of a course with their sections and the titles of their homework, without the lessons themselves. */
export async function readChapters(courseId: number) {
  const [chapters, sections, homeworks] = await Promise.all([
    database()
      .select({
        id: courseChapter.id,
        number: courseChapter.number,
        name: courseChapter.name,
        summary: courseChapter.summary,
      })
      .from(courseChapter)
      .where(eq(courseChapter.courseId, courseId))
      .orderBy(asc(courseChapter.number)),
    database()
      .select({
        chapterId: courseSection.chapterId,
        name: courseSection.name,
        kind: courseSection.kind,
        link: courseSection.link,
        durationSeconds: courseSection.durationSeconds,
        isFreeTrial: courseSection.isFreeTrial,
      })
      .from(courseSection)
      .innerJoin(courseChapter, eq(courseChapter.id, courseSection.chapterId))
      .where(eq(courseChapter.courseId, courseId))
      .orderBy(asc(courseSection.position), asc(courseSection.id)),
    database()
      .select({ chapterId: homework.chapterId, title: homework.title })
      .from(homework)
      .innerJoin(courseChapter, eq(courseChapter.id, homework.chapterId))
      .where(and(eq(courseChapter.courseId, courseId), eq(homework.isEnabled, true)))
      .orderBy(asc(homework.position), asc(homework.id)),
  ]);
  return chapters.map(({ id, ...chapter }) => ({
    ...chapter,
    sections: sections.flatMap(({ chapterId, ...section }) => (chapterId === id ? [section] : [])),
    homework: homeworks.flatMap(({ chapterId, title }) => (chapterId === id ? [title] : [])),
  }));
}

export type Chapter = Awaited<ReturnType<typeof readChapters>>[number];
