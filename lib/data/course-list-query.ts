import { and, asc, desc, eq, gte, ilike, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { course, courseCategory, courseDetail, courseSubCategory, product } from '@/db/schema';
import { type CourseFilter, type CourseSort, PRICE_BANDS, searchTerms } from '@/lib/domain/course-filter';
import type { CourseSummary } from '@/lib/domain/course-summary';
import { courseSummaryColumns, lowestPrice, studentCount } from './catalogue-columns';

export const PAGE_SIZE = 12;

export interface CourseList {
  readonly courses: readonly CourseSummary[];
  readonly total: number;
}

/** One page of the courses that fit the filter, and how many fit in all: two queries. */
export async function queryCourseList(db: Db, filter: CourseFilter): Promise<CourseList> {
  const where = conditions(db, filter);
  const order = ORDER[filter.sort];
  // The ids first: otherwise every skipped row would be looked up in full as well.
  const page = db
    .select({ id: product.id })
    .from(course)
    .innerJoin(product, eq(product.id, course.productId))
    .where(where)
    .orderBy(...order)
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .as('page');
  const rows = db
    .select(courseSummaryColumns)
    .from(page)
    .innerJoin(product, eq(product.id, page.id))
    .innerJoin(course, eq(course.productId, page.id))
    .innerJoin(courseDetail, eq(courseDetail.courseId, page.id))
    .orderBy(...order);
  const count = db
    .select({ total: sql<number>`count(*)::int` })
    .from(course)
    .innerJoin(product, eq(product.id, course.productId))
    .where(where);
  const [courses, [counted]] = await Promise.all([rows, count]);
  return { courses, total: counted?.total ?? 0 };
}

/** The id last: without a total order a course could be on two pages, or on none. */
const ORDER: Readonly<Record<CourseSort, readonly SQL[]>> = {
  default: [asc(course.position), asc(product.id)],
  newest: [desc(course.publishedOn), asc(product.id)],
  popular: [desc(studentCount), asc(product.id)],
  'price-asc': [sql`${lowestPrice} asc nulls last`, asc(product.id)],
  'price-desc': [sql`${lowestPrice} desc nulls last`, asc(product.id)],
};

function conditions(db: Db, filter: CourseFilter): SQL | undefined {
  const { category, sub, level, type, price, q } = filter;
  const band = price === null ? null : PRICE_BANDS[price];
  return and(
    ne(product.status, 'offline'),
    category === null && sub === null ? undefined : inArray(course.subCategoryId, subCategories(db, category, sub)),
    level === null ? undefined : eq(course.level, level),
    type === null ? undefined : eq(course.courseType, type),
    band === null ? undefined : and(gte(lowestPrice, band.min), lt(lowestPrice, band.max)),
    ...searchTerms(q).map(matches),
  );
}

const subCategories = (db: Db, category: string | null, sub: string | null) =>
  db
    .select({ id: courseSubCategory.id })
    .from(courseSubCategory)
    .innerJoin(courseCategory, eq(courseCategory.id, courseSubCategory.categoryId))
    .where(
      and(
        category === null ? undefined : eq(courseCategory.slug, category),
        sub === null ? undefined : eq(courseSubCategory.slug, sub),
      ),
    );

/** The word somewhere in the name, the brief, the sub-category or a teacher's name. */
function matches(term: string): SQL | undefined {
  const pattern = `%${term.replace(/[\\%_]/g, '\\$&')}%`;
  return or(
    ilike(product.name, pattern),
    ilike(product.brief, pattern),
    sql`exists (
      select 1 from course_sub_category sub
      where sub.id = ${course.subCategoryId} and sub.name ilike ${pattern})`,
    sql`exists (
      select 1 from course_teacher ct join teacher t on t.id = ct.teacher_id
      where ct.course_id = ${product.id} and t.name ilike ${pattern})`,
  );
}
