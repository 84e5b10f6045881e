import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { chapterFields, homeworkFields, sectionFields } from '@/db/queries/catalogue-fields';
import { courseChapter, courseSection, homework } from '@/db/schema';
import { adminDb } from './admin-db';

// In a query of one table a column is written without it: subqueries name the outer table themselves.
const sectionCount = sql<number>`(
  select count(*)::int from course_section s where s.chapter_id = course_chapter.id)`;
const homeworkCount = sql<number>`(
  select count(*)::int from homework h where h.chapter_id = course_chapter.id)`;

/** The chapters of a course in their order. */
export async function listChapters(courseId: number) {
  const db = await adminDb();
  return db
    .select({
      id: courseChapter.id,
      number: courseChapter.number,
      name: courseChapter.name,
      publishedOn: courseChapter.publishedOn,
      sectionCount,
      homeworkCount,
    })
    .from(courseChapter)
    .where(eq(courseChapter.courseId, courseId))
    .orderBy(asc(courseChapter.number));
}

/** A chapter of this course with its form; null when it has none with this id. */
export async function findChapter(courseId: number, chapterId: number) {
  const db = await adminDb();
  const [row] = await db
    .select({ ...chapterFields, id: courseChapter.id, number: courseChapter.number })
    .from(courseChapter)
    .where(and(eq(courseChapter.id, chapterId), eq(courseChapter.courseId, courseId)));
  return row ?? null;
}
export type ChapterForm = NonNullable<Awaited<ReturnType<typeof findChapter>>>;

/** The sections of a chapter in their order, without their lessons. */
export async function listSections(chapterId: number) {
  const db = await adminDb();
  return db
    .select({
      id: courseSection.id,
      name: courseSection.name,
      kind: courseSection.kind,
      link: courseSection.link,
      durationSeconds: courseSection.durationSeconds,
      isFreeTrial: courseSection.isFreeTrial,
    })
    .from(courseSection)
    .where(eq(courseSection.chapterId, chapterId))
    .orderBy(asc(courseSection.position), asc(courseSection.id));
}

export async function findSection(chapterId: number, sectionId: number) {
  const db = await adminDb();
  const [row] = await db
    .select({ ...sectionFields, id: courseSection.id })
    .from(courseSection)
    .where(and(eq(courseSection.id, sectionId), eq(courseSection.chapterId, chapterId)));
  return row ?? null;
}
export async function listHomework(chapterId: number) {
  const db = await adminDb();
  return db
    .select({
      id: homework.id,
      title: homework.title,
      scholarshipFen: homework.scholarshipFen,
      recommendedPeriod: homework.recommendedPeriod,
      isEnabled: homework.isEnabled,
    })
    .from(homework)
    .where(eq(homework.chapterId, chapterId))
    .orderBy(asc(homework.position), asc(homework.id));
}

export async function findHomework(chapterId: number, homeworkId: number) {
  const db = await adminDb();
  const [row] = await db
    .select({ ...homeworkFields, id: homework.id })
    .from(homework)
    .where(and(eq(homework.id, homeworkId), eq(homework.chapterId, chapterId)));
  return row ?? null;
}
