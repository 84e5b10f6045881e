import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { categoryFields, subCategoryFields, teacherFields } from '@/db/queries/catalogue-fields';
import {
  account,
  courseCategory,
  courseSubCategory,
  courseTeacher,
  degreeCourseTeacher,
  product,
  teacher,
} from '@/db/schema';
import { adminDb } from './admin-db';
import { auditOf } from './audit';

// In a query of one table a column is written without it: the subquery names the outer table itself.
const courseCount = sql<number>`(
  select count(*)::int from course c where c.sub_category_id = course_sub_category.id)`;

/** Categories with their sub-categories, in the school's order. */
export async function listCategories() {
  const db = await adminDb();
  const [categories, subs] = await Promise.all([
    db
      .select({ ...categoryFields, id: courseCategory.id })
      .from(courseCategory)
      .orderBy(asc(courseCategory.position), asc(courseCategory.id)),
    db
      .select({ ...subCategoryFields, id: courseSubCategory.id, courseCount })
      .from(courseSubCategory)
      .orderBy(asc(courseSubCategory.position), asc(courseSubCategory.id)),
  ]);
  return categories.map((category) => ({
    ...category,
    subCategories: subs.filter(({ categoryId }) => categoryId === category.id),
  }));
}
export type CategoryForm = Awaited<ReturnType<typeof listCategories>>[number];

/** A teacher with the form's fields, what they teach and what was done to them; null when there is none. */
export async function findTeacher(id: number) {
  const db = await adminDb();
  const [row] = await db
    .select({ ...teacherFields, id: teacher.id, username: account.username })
    .from(teacher)
    .leftJoin(account, eq(account.id, teacher.accountId))
    .where(eq(teacher.id, id));
  if (!row) return null;
  const columns = { id: product.id, kind: product.kind, name: product.name, status: product.status };
  const [courses, degrees, audit] = await Promise.all([
    db
      .select(columns)
      .from(courseTeacher)
      .innerJoin(product, eq(product.id, courseTeacher.courseId))
      .where(eq(courseTeacher.teacherId, id))
      .orderBy(asc(product.id)),
    db
      .select(columns)
      .from(degreeCourseTeacher)
      .innerJoin(product, eq(product.id, degreeCourseTeacher.degreeCourseId))
      .where(eq(degreeCourseTeacher.teacherId, id))
      .orderBy(asc(product.id)),
    auditOf(db, 'teacher', id),
  ]);
  return { ...row, teaches: [...courses, ...degrees], audit };
}
export type TeacherForm = NonNullable<Awaited<ReturnType<typeof findTeacher>>>;
