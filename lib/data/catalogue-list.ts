import 'server-only';
import { asc } from 'drizzle-orm';
import { courseCategory, courseSubCategory } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { database } from '@/lib/context';
import { type CourseFilter, courseListHref } from '@/lib/domain/course-filter';
import { COUNTS_SECONDS, cachedRead } from './cached';
import { type CourseList, queryCourseList } from './course-list-query';

/** One page of courses. Views reached by links are kept; what people type is not, or they would push those out. */
export function getCourseList(filter: CourseFilter): Promise<CourseList> {
  const read = () => queryCourseList(database(), filter);
  if (filter.q !== '') return read();
  return cachedRead(
    { key: ['course-list', courseListHref(filter)], tags: [cacheTags.catalogue], seconds: COUNTS_SECONDS },
    read,
  );
}

export interface Category {
  readonly slug: string;
  readonly name: string;
  readonly subCategories: readonly { readonly slug: string; readonly name: string }[];
}

/** All categories with their sub-categories, in the order the school gave them. */
export function getCategories(): Promise<Category[]> {
  return cachedRead({ key: ['categories'], tags: [cacheTags.catalogue] }, async () => {
    const [categories, subs] = await Promise.all([
      database().select().from(courseCategory).orderBy(asc(courseCategory.position), asc(courseCategory.id)),
      database().select().from(courseSubCategory).orderBy(asc(courseSubCategory.position), asc(courseSubCategory.id)),
    ]);
    return categories.map(({ id, slug, name }) => ({
      slug,
      name,
      subCategories: subs.filter((sub) => sub.categoryId === id).map((sub) => ({ slug: sub.slug, name: sub.name })),
    }));
  });
}
