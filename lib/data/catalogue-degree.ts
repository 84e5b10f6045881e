import 'server-only';
import { and, asc, eq, ne } from 'drizzle-orm';
import { cache } from 'react';
import { course, courseDetail, degreeCourse, degreeCourseTeacher, product, scholarship, teacher } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { database } from '@/lib/context';
import type { DegreeSummary } from '@/lib/domain/course-summary';
import { COUNTS_SECONDS, cachedRead } from './cached';
import { courseSummaryColumns, degreeSummaryColumns, studentCount } from './catalogue-columns';
import { readFaqs, readPolicies, teacherColumns } from './catalogue-parts';

const SLUG = /^[a-z0-9-]{1,64}$/;

/** All degree courses that are or will be on offer. */
export function getDegrees(): Promise<DegreeSummary[]> {
  return cachedRead({ key: ['degrees'], tags: [cacheTags.catalogue], seconds: COUNTS_SECONDS }, () =>
    database()
      .select(degreeSummaryColumns)
      .from(degreeCourse)
      .innerJoin(product, eq(product.id, degreeCourse.productId))
      .where(ne(product.status, 'offline'))
      .orderBy(asc(degreeCourse.position), asc(product.id)),
  );
}

/** Everything a degree's page shows, or null when there is no degree of this slug. Offline degrees are found too. */
export const getDegree = cache(async (slug: string) => {
  if (!SLUG.test(slug)) return null;
  return cachedRead(
    { key: ['degree', slug], tags: [cacheTags.catalogue, cacheTags.product(slug)], seconds: COUNTS_SECONDS },
    () => readDegree(slug),
  );
});

export type DegreePageData = NonNullable<Awaited<ReturnType<typeof readDegree>>>;

async function readDegree(slug: string) {
  const [head] = await database()
    .select({
      id: product.id,
      slug: product.slug,
      name: product.name,
      brief: product.brief,
      coverHue: product.coverHue,
      coverGlyph: product.coverGlyph,
      status: product.status,
      studentCount,
      period: degreeCourse.period,
      prerequisite: degreeCourse.prerequisite,
      totalScholarshipFen: degreeCourse.totalScholarshipFen,
      mentorCompensationBonusFen: degreeCourse.mentorCompensationBonusFen,
    })
    .from(degreeCourse)
    .innerJoin(product, eq(product.id, degreeCourse.productId))
    .where(eq(product.slug, slug));
  if (!head) return null;
  const [policies, faqs, modules, scholarships, teachers] = await Promise.all([
    readPolicies(head.id),
    readFaqs(head.id),
    readModules(head.id),
    readScholarships(head.id),
    readTeachers(head.id),
  ]);
  return { ...head, policies, faqs, modules, scholarships, teachers };
}

const readModules = (degreeId: number) =>
  database()
    .select(courseSummaryColumns)
    .from(course)
    .innerJoin(product, eq(product.id, course.productId))
    .innerJoin(courseDetail, eq(courseDetail.courseId, course.productId))
    .where(and(eq(course.degreeCourseId, degreeId), ne(product.status, 'offline')))
    .orderBy(asc(course.position), asc(product.id));

const readScholarships = (degreeId: number) =>
  database()
    .select({ timePercent: scholarship.timePercent, valueFen: scholarship.valueFen })
    .from(scholarship)
    .where(eq(scholarship.degreeCourseId, degreeId))
    .orderBy(asc(scholarship.timePercent));

const readTeachers = (degreeId: number) =>
  database()
    .select(teacherColumns)
    .from(degreeCourseTeacher)
    .innerJoin(teacher, eq(teacher.id, degreeCourseTeacher.teacherId))
    .where(eq(degreeCourseTeacher.degreeCourseId, degreeId))
    .orderBy(asc(degreeCourseTeacher.position), asc(teacher.id));
