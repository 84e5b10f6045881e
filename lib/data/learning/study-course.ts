import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { courseFactColumns } from '@/db/queries/holdings';
import { course, product } from '@/db/schema';
import type { CourseFacts } from '@/lib/domain/course-access';

export interface StudyCourse extends CourseFacts {
  readonly slug: string;
  readonly name: string;
  readonly hasMaterials: boolean;
}

export async function findStudyCourse(db: Db, slug: string): Promise<StudyCourse | undefined> {
  const [row] = await db
    .select({ ...courseFactColumns, slug: product.slug, name: product.name, attachmentPath: course.attachmentPath })
    .from(course)
    .innerJoin(product, eq(product.id, course.productId))
    .where(eq(product.slug, slug));
  if (!row) return undefined;
  const { attachmentPath, ...found } = row;
  return { ...found, hasMaterials: attachmentPath !== null };
}
