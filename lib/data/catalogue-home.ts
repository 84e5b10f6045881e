import 'server-only';
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { course, courseCategory, courseDetail, courseSubCategory, product, teacher } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { database } from '@/lib/context';
import { COUNTS_SECONDS, cachedRead } from './cached';
import { courseSummaryColumns } from './catalogue-columns';
import { teacherColumns } from './catalogue-parts';

const FEATURED = 6;

/** The shelves of the home page: topic courses in the school's order, the newest courses, categories, teachers. */
export function getHome() {
  return cachedRead({ key: ['home'], tags: [cacheTags.catalogue], seconds: COUNTS_SECONDS }, async () => {
    const [topics, newest, categories, teachers] = await Promise.all([
      readCourses(asc(course.position), eq(course.courseType, 'paid')),
      readCourses(desc(course.publishedOn)),
      readCategories(),
      database().select(teacherColumns).from(teacher).orderBy(asc(teacher.id)),
    ]);
    return { topics, newest, categories, teachers };
  });
}

export type Home = Awaited<ReturnType<typeof getHome>>;

const readCourses = (order: SQL, condition?: SQL) =>
  database()
    .select(courseSummaryColumns)
    .from(course)
    .innerJoin(product, eq(product.id, course.productId))
    .innerJoin(courseDetail, eq(courseDetail.courseId, course.productId))
    .where(and(eq(product.status, 'online'), condition))
    .orderBy(order, asc(product.id))
    .limit(FEATURED);

const readCategories = () =>
  database()
    .select({
      slug: courseCategory.slug,
      name: courseCategory.name,
      courseCount: sql<number>`count(${product.id})::int`,
      subCategories: sql<string[]>`(
        select coalesce(array_agg(s.name order by s.position), '{}')
        from course_sub_category s where s.category_id = ${courseCategory.id})`,
    })
    .from(courseCategory)
    .leftJoin(courseSubCategory, eq(courseSubCategory.categoryId, courseCategory.id))
    .leftJoin(course, eq(course.subCategoryId, courseSubCategory.id))
    .leftJoin(product, and(eq(product.id, course.productId), sql`${product.status} <> 'offline'`))
    .groupBy(courseCategory.id)
    .orderBy(asc(courseCategory.position), asc(courseCategory.id));
