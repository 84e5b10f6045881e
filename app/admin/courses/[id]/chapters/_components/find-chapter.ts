import { notFound } from 'next/navigation';
import { type ChapterForm, findChapter as findChapterOf } from '@/lib/data/admin/catalogue-lessons';
import type { ProductHead } from '@/lib/data/admin/catalogue-product';
import { pathId } from '@/lib/domain/admin/search-path';
import { findCourse } from '../../../_components/find-course';

interface Found {
  readonly course: ProductHead;
  readonly chapter: ChapterForm;
}

/** The chapter of a page's address with its course, for an administrator; otherwise the 404 page. */
export async function findChapter(params: Promise<{ id: string; chapterId: string }>): Promise<Found> {
  const course = await findCourse(params);
  const chapterId = pathId((await params).chapterId);
  const chapter = chapterId === null ? null : await findChapterOf(course.id, chapterId);
  return chapter ? { course, chapter } : notFound();
}
