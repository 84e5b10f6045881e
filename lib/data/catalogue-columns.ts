import { sql } from 'drizzle-orm';
import { course, courseDetail, degreeCourse, enrolment, pricePolicy, product } from '@/db/schema';

/*
 * Scalar subqueries: PostgreSQL evaluates them after ORDER BY and LIMIT, so a page of a list costs a page of lookups.
 * Names are written out where a subquery has its own copy of a table.
 */
export const lowestPrice = sql<number | null>`(
  select min(${pricePolicy.priceFen}) from ${pricePolicy}
  where ${pricePolicy.productId} = ${product.id} and ${pricePolicy.withdrawnAt} is null)`;

export const studentCount = sql<number>`(
  select count(*)::int from ${enrolment}
  where ${enrolment.productId} = ${product.id} and ${enrolment.openedAt} is not null)`;

const degreeName = sql<string | null>`(
  select parent.name from product parent where parent.id = ${course.degreeCourseId})`;

const teacherName = sql<string | null>`(
  select t.name from course_teacher ct join teacher t on t.id = ct.teacher_id
  where ct.course_id = ${product.id} order by ct.position, t.id limit 1)`;

const moduleCount = sql<number>`(
  select count(*)::int from course m join product mp on mp.id = m.product_id
  where m.degree_course_id = ${product.id} and mp.status <> 'offline')`;

const shared = {
  slug: product.slug,
  name: product.name,
  brief: product.brief,
  coverHue: product.coverHue,
  coverGlyph: product.coverGlyph,
  status: product.status,
  fromFen: lowestPrice,
  studentCount,
};

/** A CourseSummary; the query joins product, course and course_detail. */
export const courseSummaryColumns = {
  ...shared,
  courseType: course.courseType,
  level: course.level,
  hours: courseDetail.hours,
  degreeName,
  teacherName,
};

/** A DegreeSummary; the query joins product and degree_course. */
export const degreeSummaryColumns = {
  ...shared,
  period: degreeCourse.period,
  totalScholarshipFen: degreeCourse.totalScholarshipFen,
  moduleCount,
};
