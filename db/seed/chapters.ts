import { addDays, shanghaiDay } from '@/lib/domain/shanghai-day';
import type { Db } from '../client';
import * as table from '../schema';
import { COURSES } from './catalogue';
import type { ChapterSeed, CourseSeed } from './catalogue/types';
import { readLessons } from './lessons';
import type { IdOf } from './lookup';

const DAYS_BETWEEN_CHAPTERS = 3;

/** Chapters with their sections and homework. */
export async function insertChapters(db: Db, productId: IdOf, now: Date): Promise<void> {
  for (const seed of COURSES) {
    const lessons = readLessons(seed);
    for (const [index, chapter] of seed.chapters.entries()) {
      const publishedOn = addDays(shanghaiDay(now), publicationOffset(seed, index));
      const number = index + 1;
      const chapterId = await insertChapter(db, { courseId: productId(seed.slug), number, publishedOn }, chapter);
      await insertSections(db, { chapterId, publishedOn, lessons }, chapter);
    }
  }
}

/** A course came out chapter by chapter; what is out by now never lies in the future. */
function publicationOffset(seed: CourseSeed, index: number): number {
  const offset = index * DAYS_BETWEEN_CHAPTERS - seed.publishedDaysAgo;
  return seed.publishedDaysAgo > 0 ? Math.min(offset, 0) : offset;
}

async function insertChapter(
  db: Db,
  place: { readonly courseId: number; readonly number: number; readonly publishedOn: string },
  { name, summary, homework }: ChapterSeed,
): Promise<number> {
  const [row] = await db
    .insert(table.courseChapter)
    .values({ ...place, name, summary })
    .returning();
  if (!row) throw new Error('insert returned no chapter');
  if (homework.length > 0) {
    await db.insert(table.homework).values(
      homework.map(({ title, requirement, threshold, days, scholarshipFen }, position) => ({
        chapterId: row.id,
        title,
        requirement,
        threshold,
        recommendedPeriod: days,
        scholarshipFen,
        position,
      })),
    );
  }
  return row.id;
}

async function insertSections(
  db: Db,
  { chapterId, publishedOn, lessons }: { chapterId: number; publishedOn: string; lessons: ReadonlyMap<string, string> },
  chapter: ChapterSeed,
): Promise<void> {
  await db.insert(table.courseSection).values(
    chapter.sections.map((section, position) => ({
      ...section,
      chapterId,
      position,
      body: lessons.get(section.link) ?? '',
      publishedOn,
    })),
  );
}
