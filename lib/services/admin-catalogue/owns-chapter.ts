import { and, eq } from 'drizzle-orm';
import { courseChapter } from '@/db/schema';
import type { TxCtx } from '../ctx';

/** Whether the chapter is one of the course's. */
export async function ownsChapter({ db }: TxCtx, courseId: number, chapterId: number): Promise<boolean> {
  const own = and(eq(courseChapter.id, chapterId), eq(courseChapter.courseId, courseId));
  return (await db.$count(courseChapter, own)) > 0;
}
