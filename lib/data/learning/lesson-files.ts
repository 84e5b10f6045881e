import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { courseFactColumns, findSection, holdingsOf } from '@/db/queries/holdings';
import { course, product } from '@/db/schema';
import { type CourseFacts, courseAccess, sectionIsOpen } from '@/lib/domain/course-access';

/** `stored` is the path as the database keeps it. */
export type FileAccess<T> = 'not_found' | 'closed' | T;

async function accessOf(db: Db, facts: CourseFacts, accountId: number | null, now: Date) {
  return courseAccess(facts, accountId === null ? null : await holdingsOf(db, accountId), now);
}

/** The video of a section, for those who may see the section. */
export async function findLessonVideo(
  db: Db,
  sectionId: number,
  accountId: number | null,
  now: Date,
): Promise<FileAccess<{ readonly stored: string }>> {
  const section = await findSection(db, sectionId);
  if (!section?.videoPath) return 'not_found';
  const access = await accessOf(db, section.course, accountId, now);
  return sectionIsOpen(section, section.course, access) ? { stored: section.videoPath } : 'closed';
}

/** The 课件 of a course, for those who may study all of it. */
export async function findMaterials(
  db: Db,
  slug: string,
  accountId: number | null,
  now: Date,
): Promise<FileAccess<{ readonly stored: string; readonly name: string }>> {
  const [found] = await db
    .select({ facts: courseFactColumns, stored: course.attachmentPath, name: product.name })
    .from(course)
    .innerJoin(product, eq(product.id, course.productId))
    .where(eq(product.slug, slug));
  if (!found?.stored) return 'not_found';
  const access = await accessOf(db, found.facts, accountId, now);
  return access.open ? { stored: found.stored, name: found.name } : 'closed';
}
