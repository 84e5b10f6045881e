import 'server-only';
import { and, asc, eq, getTableColumns, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { cache } from 'react';
import {
  course,
  courseCategory,
  courseDetail,
  courseOutline,
  courseSubCategory,
  courseTeacher,
  product,
  recommendedCourse,
  teacher,
} from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { database } from '@/lib/context';
import { COUNTS_SECONDS, cachedRead } from './cached';
import { courseSummaryColumns, studentCount } from './catalogue-columns';
import { readFaqs, readPolicies, teacherColumns } from './catalogue-parts';
import { readChapters } from './course-chapters';

const SLUG = /^[a-z0-9-]{1,64}$/;
const degreeProduct = alias(product, 'degree_product');

/** Everything a course's page shows, or null when there is no course of this slug. Offline courses are found too. */
export const getCourse = cache(async (slug: string) => {
  if (!SLUG.test(slug)) return null;
  return cachedRead(
    { key: ['course', slug], tags: [cacheTags.catalogue, cacheTags.product(slug)], seconds: COUNTS_SECONDS },
    () => readCourse(slug),
  );
});

export type CoursePageData = NonNullable<Awaited<ReturnType<typeof readCourse>>>;

async function readCourse(slug: string) {
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
      courseType: course.courseType,
      level: course.level,
      period: course.period,
      template: course.template,
      attachmentPath: course.attachmentPath,
      publishedOn: course.publishedOn,
      category: { slug: courseCategory.slug, name: courseCategory.name },
      subCategory: { slug: courseSubCategory.slug, name: courseSubCategory.name },
      degree: { slug: degreeProduct.slug, name: degreeProduct.name },
      detail: getTableColumns(courseDetail),
    })
    .from(course)
    .innerJoin(product, eq(product.id, course.productId))
    .innerJoin(courseDetail, eq(courseDetail.courseId, course.productId))
    .innerJoin(courseSubCategory, eq(courseSubCategory.id, course.subCategoryId))
    .innerJoin(courseCategory, eq(courseCategory.id, courseSubCategory.categoryId))
    .leftJoin(degreeProduct, eq(degreeProduct.id, course.degreeCourseId))
    .where(eq(product.slug, slug));
  if (!head) return null;
  const [policies, faqs, chapters, outline, teachers, recommended] = await Promise.all([
    readPolicies(head.id),
    readFaqs(head.id),
    readChapters(head.id),
    readOutline(head.id),
    readTeachers(head.id),
    readRecommended(head.id),
  ]);
  return { ...head, policies, faqs, chapters, outline, teachers, recommended };
}

const readOutline = (courseId: number) =>
  database()
    .select({ title: courseOutline.title, content: courseOutline.content })
    .from(courseOutline)
    .where(eq(courseOutline.courseId, courseId))
    .orderBy(asc(courseOutline.position), asc(courseOutline.id));

const readTeachers = (courseId: number) =>
  database()
    .select(teacherColumns)
    .from(courseTeacher)
    .innerJoin(teacher, eq(teacher.id, courseTeacher.teacherId))
    .where(eq(courseTeacher.courseId, courseId))
    .orderBy(asc(courseTeacher.position), asc(teacher.id));

const readRecommended = (courseId: number) =>
  database()
    .select(courseSummaryColumns)
    .from(recommendedCourse)
    .innerJoin(course, eq(course.productId, recommendedCourse.recommendedId))
    .innerJoin(product, eq(product.id, course.productId))
    .innerJoin(courseDetail, eq(courseDetail.courseId, course.productId))
    .where(and(eq(recommendedCourse.courseId, courseId), ne(product.status, 'offline')))
    .orderBy(asc(recommendedCourse.position));
