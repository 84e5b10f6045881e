import { eq } from 'drizzle-orm';
import type { Db } from '../client';
import {
  course,
  courseCategory,
  courseChapter,
  courseDetail,
  courseOutline,
  courseSection,
  courseSubCategory,
  degreeCourse,
  faq,
  homework,
  pricePolicy,
  product,
  scholarship,
  teacher,
} from '../schema';
import { withVersion } from '../with-version';

// What each form of the catalogue edits, with a version: for the page that fills the form, and for the service that
// compares what the form was filled with to what is there now.

const productFields = {
  name: product.name,
  slug: product.slug,
  brief: product.brief,
  coverHue: product.coverHue,
  coverGlyph: product.coverGlyph,
};

const courseFields = withVersion({
  ...productFields,
  subCategoryId: course.subCategoryId,
  courseType: course.courseType,
  degreeCourseId: course.degreeCourseId,
  level: course.level,
  period: course.period,
  position: course.position,
  attachmentPath: course.attachmentPath,
  template: course.template,
  publishedOn: course.publishedOn,
  hours: courseDetail.hours,
  slogan: courseDetail.slogan,
  videoIntro: courseDetail.videoIntro,
  whyStudy: courseDetail.whyStudy,
  whatToStudyBrief: courseDetail.whatToStudyBrief,
  careerImprovement: courseDetail.careerImprovement,
  prerequisite: courseDetail.prerequisite,
});

export async function readCourseFields(db: Db, id: number) {
  const [row] = await db
    .select(courseFields)
    .from(course)
    .innerJoin(product, eq(product.id, course.productId))
    .innerJoin(courseDetail, eq(courseDetail.courseId, course.productId))
    .where(eq(course.productId, id));
  return row;
}

const degreeFields = withVersion({
  ...productFields,
  totalScholarshipFen: degreeCourse.totalScholarshipFen,
  mentorCompensationBonusFen: degreeCourse.mentorCompensationBonusFen,
  period: degreeCourse.period,
  prerequisite: degreeCourse.prerequisite,
  position: degreeCourse.position,
});

export async function readDegreeFields(db: Db, id: number) {
  const [row] = await db
    .select(degreeFields)
    .from(degreeCourse)
    .innerJoin(product, eq(product.id, degreeCourse.productId))
    .where(eq(degreeCourse.productId, id));
  return row;
}

export const priceFields = withVersion({ priceFen: pricePolicy.priceFen });

export const outlineFields = withVersion({ title: courseOutline.title, content: courseOutline.content });

export const faqFields = withVersion({ question: faq.question, answer: faq.answer });

export const scholarshipFields = withVersion({
  timePercent: scholarship.timePercent,
  valueFen: scholarship.valueFen,
});

export const chapterFields = withVersion({
  name: courseChapter.name,
  summary: courseChapter.summary,
  publishedOn: courseChapter.publishedOn,
});

export const sectionFields = withVersion({
  name: courseSection.name,
  kind: courseSection.kind,
  link: courseSection.link,
  body: courseSection.body,
  videoPath: courseSection.videoPath,
  durationSeconds: courseSection.durationSeconds,
  isFreeTrial: courseSection.isFreeTrial,
  publishedOn: courseSection.publishedOn,
});

export const homeworkFields = withVersion({
  title: homework.title,
  requirement: homework.requirement,
  threshold: homework.threshold,
  recommendedPeriod: homework.recommendedPeriod,
  scholarshipFen: homework.scholarshipFen,
  isEnabled: homework.isEnabled,
});

export const teacherFields = withVersion({
  name: teacher.name,
  role: teacher.role,
  title: teacher.title,
  signature: teacher.signature,
  brief: teacher.brief,
  avatarHue: teacher.avatarHue,
  accountId: teacher.accountId,
});

export const categoryFields = withVersion({ name: courseCategory.name, slug: courseCategory.slug });

export const subCategoryFields = withVersion({
  name: courseSubCategory.name,
  slug: courseSubCategory.slug,
  categoryId: courseSubCategory.categoryId,
});
