import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { COURSE_LEVELS, COURSE_TEMPLATES, COURSE_TYPES, SECTION_KINDS } from '@/lib/domain/catalogue';
import { account } from './account';
import { at, fenColumn, id, oneOf, reference } from './columns';
import { degreeCourse, product, teacher } from './product';

export const courseCategory = pgTable('course_category', {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull().unique(),
  position: integer().notNull(),
});

export const courseSubCategory = pgTable(
  'course_sub_category',
  {
    id: id(),
    categoryId: reference()
      .notNull()
      .references(() => courseCategory.id),
    slug: text().notNull().unique(),
    name: text().notNull().unique(),
    position: integer().notNull(),
  },
  (t) => [index('course_sub_category_category_idx').on(t.categoryId)],
);

export const course = pgTable(
  'course',
  {
    productId: reference().primaryKey(),
    kind: text({ enum: ['course'] })
      .notNull()
      .default('course'),
    subCategoryId: reference()
      .notNull()
      .references(() => courseSubCategory.id),
    courseType: text({ enum: COURSE_TYPES }).notNull(),
    degreeCourseId: reference().references(() => degreeCourse.productId),
    level: text({ enum: COURSE_LEVELS }).notNull(),
    /** Recommended days of study. */
    period: integer().notNull(),
    position: integer().notNull(),
    /** 课件: a file of content/materials, offered to those who study the course. */
    attachmentPath: text(),
    template: text({ enum: COURSE_TEMPLATES }).notNull(),
    publishedOn: date().notNull(),
  },
  (t) => [
    foreignKey({
      name: 'course_product_fk',
      columns: [t.productId, t.kind],
      foreignColumns: [product.id, product.kind],
    }),
    index('course_sub_category_idx').on(t.subCategoryId, t.position),
    index('course_degree_idx').on(t.degreeCourseId, t.position),
    index('course_published_on_idx').on(t.publishedOn),
    check('course_kind_check', sql`${t.kind} = 'course'`),
    check('course_type_check', oneOf(t.courseType, COURSE_TYPES)),
    // A degree module names its degree; nothing else may.
    check('course_degree_check', sql`(${t.courseType} = 'degree_module') = (${t.degreeCourseId} is not null)`),
    check('course_level_check', oneOf(t.level, COURSE_LEVELS)),
    check('course_template_check', oneOf(t.template, COURSE_TEMPLATES)),
    check('course_period_check', sql`${t.period} > 0`),
  ],
);

export const courseDetail = pgTable(
  'course_detail',
  {
    courseId: reference()
      .primaryKey()
      .references(() => course.productId),
    hours: integer().notNull(),
    slogan: text().notNull(),
    /** Public path of the clip that introduces the course. */
    videoIntro: text(),
    whyStudy: text().notNull(),
    whatToStudyBrief: text().notNull(),
    careerImprovement: text().notNull(),
    prerequisite: text().notNull(),
  },
  (t) => [check('course_detail_hours_check', sql`${t.hours} > 0`)],
);

export const courseTeacher = pgTable(
  'course_teacher',
  {
    courseId: reference()
      .notNull()
      .references(() => course.productId),
    teacherId: reference()
      .notNull()
      .references(() => teacher.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courseId, t.teacherId] }), index('course_teacher_teacher_idx').on(t.teacherId)],
);

export const recommendedCourse = pgTable(
  'recommended_course',
  {
    courseId: reference()
      .notNull()
      .references(() => course.productId),
    recommendedId: reference()
      .notNull()
      .references(() => course.productId),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courseId, t.recommendedId] }),
    check('recommended_course_self_check', sql`${t.courseId} <> ${t.recommendedId}`),
  ],
);

export const courseOutline = pgTable(
  'course_outline',
  {
    id: id(),
    courseId: reference()
      .notNull()
      .references(() => courseDetail.courseId),
    title: text().notNull(),
    content: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [unique('course_outline_title_key').on(t.courseId, t.title)],
);

export const courseChapter = pgTable(
  'course_chapter',
  {
    id: id(),
    courseId: reference()
      .notNull()
      .references(() => course.productId),
    number: integer().notNull(),
    name: text().notNull(),
    summary: text().notNull(),
    publishedOn: date().notNull(),
  },
  (t) => [
    unique('course_chapter_number_key').on(t.courseId, t.number),
    check('course_chapter_number_check', sql`${t.number} > 0`),
  ],
);

export const courseSection = pgTable(
  'course_section',
  {
    id: id(),
    chapterId: reference()
      .notNull()
      .references(() => courseChapter.id),
    name: text().notNull(),
    position: integer().notNull(),
    kind: text({ enum: SECTION_KINDS }).notNull(),
    /** The section's name in the address of its page: /learn/<course slug>/<link>. */
    link: text().notNull(),
    /** Markdown: the lesson, the exercise, or the notes under a video. */
    body: text().notNull(),
    videoPath: text(),
    durationSeconds: integer().notNull(),
    isFreeTrial: boolean().notNull().default(false),
    publishedOn: date().notNull(),
  },
  (t) => [
    unique('course_section_link_key').on(t.chapterId, t.link),
    index('course_section_position_idx').on(t.chapterId, t.position),
    check('course_section_kind_check', oneOf(t.kind, SECTION_KINDS)),
    check('course_section_video_check', sql`(${t.kind} = 'video') = (${t.videoPath} is not null)`),
    check('course_section_duration_check', sql`${t.durationSeconds} >= 0`),
  ],
);

export const homework = pgTable(
  'homework',
  {
    id: id(),
    chapterId: reference()
      .notNull()
      .references(() => courseChapter.id),
    title: text().notNull(),
    position: integer().notNull(),
    requirement: text().notNull(),
    /** What counts as passed, in words. */
    threshold: text().notNull(),
    /** Recommended days. */
    recommendedPeriod: integer().notNull(),
    scholarshipFen: fenColumn().notNull(),
    isEnabled: boolean().notNull().default(true),
  },
  (t) => [
    unique('homework_title_key').on(t.chapterId, t.title),
    check('homework_period_check', sql`${t.recommendedPeriod} > 0`),
    check('homework_scholarship_check', sql`${t.scholarshipFen} >= 0`),
  ],
);

export const sectionProgress = pgTable(
  'section_progress',
  {
    accountId: reference()
      .notNull()
      .references(() => account.id),
    sectionId: reference()
      .notNull()
      .references(() => courseSection.id),
    /** Where a video was left, in whole seconds. */
    positionSeconds: integer().notNull().default(0),
    completedAt: at(),
    updatedAt: at().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.sectionId] }),
    index('section_progress_section_idx').on(t.sectionId),
    check('section_progress_position_check', sql`${t.positionSeconds} >= 0`),
  ],
);
