import 'server-only';
import { and, asc, count, desc, eq, ilike, or, type SQL, sql } from 'drizzle-orm';
import { course, courseSubCategory, degreeCourse, product, teacher } from '@/db/schema';
import { degreeSummaryColumns, lowestPrice, studentCount } from '@/lib/data/catalogue-columns';
import type { CourseSearch, DegreeSearch, TeacherSearch } from '@/lib/domain/admin/catalogue-search';
import type { ProductStatus } from '@/lib/domain/catalogue';
import { adminDb } from './admin-db';
import { containing, listPage, offsetOf, PAGE_SIZE } from './paging';

const productColumns = {
  id: product.id,
  name: product.name,
  slug: product.slug,
  coverHue: product.coverHue,
  coverGlyph: product.coverGlyph,
  status: product.status,
  fromFen: lowestPrice,
  studentCount,
  updatedAt: product.updatedAt,
};

const matching = (q: string, status: ProductStatus | null): SQL | undefined =>
  and(
    q === '' ? undefined : or(ilike(product.name, containing(q)), ilike(product.slug, containing(q))),
    status === null ? undefined : eq(product.status, status),
  );

/** A page of all courses, whatever their status; the one changed last comes first. */
export async function listCourses({ q, status, type, sub, page }: CourseSearch) {
  const db = await adminDb();
  const where = and(
    matching(q, status),
    type === null ? undefined : eq(course.courseType, type),
    sub === null ? undefined : eq(course.subCategoryId, sub),
  );
  const [rows, [total]] = await Promise.all([
    db
      .select({ ...productColumns, courseType: course.courseType, subCategory: courseSubCategory.name })
      .from(course)
      .innerJoin(product, eq(product.id, course.productId))
      .innerJoin(courseSubCategory, eq(courseSubCategory.id, course.subCategoryId))
      .where(where)
      .orderBy(desc(product.updatedAt), asc(course.position), asc(product.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(page)),
    db.select({ courses: count() }).from(course).innerJoin(product, eq(product.id, course.productId)).where(where),
  ]);
  return listPage(rows, total?.courses ?? 0);
}
export type CourseRow = Awaited<ReturnType<typeof listCourses>>['rows'][number];

/** A page of all degree courses, whatever their status, in the order the site shows them. */
export async function listDegrees({ q, status, page }: DegreeSearch) {
  const db = await adminDb();
  const where = matching(q, status);
  const [rows, [total]] = await Promise.all([
    db
      .select({ ...productColumns, moduleCount: degreeSummaryColumns.moduleCount })
      .from(degreeCourse)
      .innerJoin(product, eq(product.id, degreeCourse.productId))
      .where(where)
      .orderBy(asc(degreeCourse.position), asc(product.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(page)),
    db
      .select({ degrees: count() })
      .from(degreeCourse)
      .innerJoin(product, eq(product.id, degreeCourse.productId))
      .where(where),
  ]);
  return listPage(rows, total?.degrees ?? 0);
}
export type DegreeRow = Awaited<ReturnType<typeof listDegrees>>['rows'][number];

// In a query of one table a column is written without it: subqueries name the outer table themselves.
const teachingCount = sql<number>`(
  (select count(*) from course_teacher ct where ct.teacher_id = teacher.id)
  + (select count(*) from degree_course_teacher dt where dt.teacher_id = teacher.id))::int`;

/** A page of the teachers, in the order they came. */
export async function listTeachers({ q, role, page }: TeacherSearch) {
  const db = await adminDb();
  const where = and(
    q === '' ? undefined : or(ilike(teacher.name, containing(q)), ilike(teacher.title, containing(q))),
    role === null ? undefined : eq(teacher.role, role),
  );
  const [rows, [total]] = await Promise.all([
    db
      .select({
        id: teacher.id,
        name: teacher.name,
        role: teacher.role,
        title: teacher.title,
        avatarHue: teacher.avatarHue,
        teachingCount,
      })
      .from(teacher)
      .where(where)
      .orderBy(asc(teacher.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(page)),
    db.select({ teachers: count() }).from(teacher).where(where),
  ]);
  return listPage(rows, total?.teachers ?? 0);
}
export type TeacherRow = Awaited<ReturnType<typeof listTeachers>>['rows'][number];
