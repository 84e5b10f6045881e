import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { outlineFields, scholarshipFields } from '@/db/queries/catalogue-fields';
import {
  course,
  courseOutline,
  courseTeacher,
  degreeCourseTeacher,
  product,
  recommendedCourse,
  scholarship,
  teacher,
} from '@/db/schema';
import { adminDb } from './admin-db';

// What hangs on a product, in the order its page shows it.

export async function listOutline(courseId: number) {
  const db = await adminDb();
  return db
    .select({ ...outlineFields, id: courseOutline.id })
    .from(courseOutline)
    .where(eq(courseOutline.courseId, courseId))
    .orderBy(asc(courseOutline.position), asc(courseOutline.id));
}

const teacherColumns = { id: teacher.id, name: teacher.name, title: teacher.title };

export async function listCourseTeachers(courseId: number) {
  const db = await adminDb();
  return db
    .select(teacherColumns)
    .from(courseTeacher)
    .innerJoin(teacher, eq(teacher.id, courseTeacher.teacherId))
    .where(eq(courseTeacher.courseId, courseId))
    .orderBy(asc(courseTeacher.position), asc(teacher.id));
}

export async function listDegreeTeachers(degreeId: number) {
  const db = await adminDb();
  return db
    .select(teacherColumns)
    .from(degreeCourseTeacher)
    .innerJoin(teacher, eq(teacher.id, degreeCourseTeacher.teacherId))
    .where(eq(degreeCourseTeacher.degreeCourseId, degreeId))
    .orderBy(asc(degreeCourseTeacher.position), asc(teacher.id));
}

const courseColumns = { id: product.id, name: product.name, slug: product.slug, status: product.status };

export async function listRecommended(courseId: number) {
  const db = await adminDb();
  return db
    .select(courseColumns)
    .from(recommendedCourse)
    .innerJoin(product, eq(product.id, recommendedCourse.recommendedId))
    .where(eq(recommendedCourse.courseId, courseId))
    .orderBy(asc(recommendedCourse.position), asc(product.id));
}

/** The courses that are modules of a degree; each says so itself. */
export async function listModules(degreeId: number) {
  const db = await adminDb();
  return db
    .select(courseColumns)
    .from(course)
    .innerJoin(product, eq(product.id, course.productId))
    .where(eq(course.degreeCourseId, degreeId))
    .orderBy(asc(course.position), asc(product.id));
}
export async function listScholarships(degreeId: number) {
  const db = await adminDb();
  return db
    .select({ ...scholarshipFields, id: scholarship.id })
    .from(scholarship)
    .where(eq(scholarship.degreeCourseId, degreeId))
    .orderBy(asc(scholarship.timePercent));
}
