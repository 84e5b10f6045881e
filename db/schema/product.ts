import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { PRODUCT_KINDS, PRODUCT_STATUSES, TEACHER_ROLES, VALID_DAYS } from '@/lib/domain/catalogue';
import { account } from './account';
import { at, createdAt, fenColumn, id, oneOf, reference } from './columns';

/** The thing that is sold: the common parent of course and degree_course, which share its id. */
export const product = pgTable(
  'product',
  {
    id: id(),
    kind: text({ enum: PRODUCT_KINDS }).notNull(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    brief: text().notNull(),
    /** Covers are drawn: a hue (0–359) and a glyph of one or two characters. */
    coverHue: integer().notNull(),
    coverGlyph: text().notNull(),
    status: text({ enum: PRODUCT_STATUSES }).notNull(),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
  },
  (t) => [
    // The target of the children's composite keys: a course row can only hang on a product of kind course.
    unique('product_id_kind_key').on(t.id, t.kind),
    index('product_kind_status_idx').on(t.kind, t.status),
    check('product_kind_check', oneOf(t.kind, PRODUCT_KINDS)),
    check('product_status_check', oneOf(t.status, PRODUCT_STATUSES)),
    check('product_cover_hue_check', sql`${t.coverHue} between 0 and 359`),
  ],
);

export const pricePolicy = pgTable(
  'price_policy',
  {
    id: id(),
    productId: reference()
      .notNull()
      .references(() => product.id),
    validDays: integer().notNull(),
    priceFen: fenColumn().notNull(),
    /** A withdrawn policy stays for the orders that used it. */
    withdrawnAt: at(),
  },
  (t) => [
    unique('price_policy_product_days_key').on(t.productId, t.validDays),
    unique('price_policy_id_product_key').on(t.id, t.productId),
    check('price_policy_valid_days_check', oneOf(t.validDays, VALID_DAYS)),
    check('price_policy_price_check', sql`${t.priceFen} between 0 and 10000000`),
  ],
);

export const faq = pgTable(
  'faq',
  {
    id: id(),
    productId: reference()
      .notNull()
      .references(() => product.id),
    question: text().notNull(),
    answer: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [unique('faq_product_question_key').on(t.productId, t.question)],
);

export const teacher = pgTable(
  'teacher',
  {
    id: id(),
    name: text().notNull().unique(),
    role: text({ enum: TEACHER_ROLES }).notNull(),
    title: text().notNull(),
    signature: text().notNull(),
    brief: text().notNull(),
    avatarHue: integer().notNull(),
    /** The account a mentor grades homework with. */
    accountId: reference()
      .unique()
      .references(() => account.id),
  },
  (t) => [
    check('teacher_role_check', oneOf(t.role, TEACHER_ROLES)),
    check('teacher_avatar_hue_check', sql`${t.avatarHue} between 0 and 359`),
  ],
);

export const degreeCourse = pgTable(
  'degree_course',
  {
    productId: reference().primaryKey(),
    kind: text({ enum: ['degree_course'] })
      .notNull()
      .default('degree_course'),
    totalScholarshipFen: fenColumn().notNull(),
    mentorCompensationBonusFen: fenColumn().notNull(),
    /** Recommended days of study. */
    period: integer().notNull(),
    prerequisite: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    foreignKey({
      name: 'degree_course_product_fk',
      columns: [t.productId, t.kind],
      foreignColumns: [product.id, product.kind],
    }),
    check('degree_course_kind_check', sql`${t.kind} = 'degree_course'`),
    check('degree_course_period_check', sql`${t.period} > 0`),
    check('degree_course_amounts_check', sql`${t.totalScholarshipFen} >= 0 and ${t.mentorCompensationBonusFen} >= 0`),
  ],
);

/** What a student earns back for finishing within a share of the period: value for ≤ time_percent % of the days. */
export const scholarship = pgTable(
  'scholarship',
  {
    id: id(),
    degreeCourseId: reference()
      .notNull()
      .references(() => degreeCourse.productId),
    timePercent: integer().notNull(),
    valueFen: fenColumn().notNull(),
  },
  (t) => [
    unique('scholarship_degree_percent_key').on(t.degreeCourseId, t.timePercent),
    check('scholarship_percent_check', sql`${t.timePercent} between 1 and 100`),
    check('scholarship_value_check', sql`${t.valueFen} >= 0`),
  ],
);

export const degreeCourseTeacher = pgTable(
  'degree_course_teacher',
  {
    degreeCourseId: reference()
      .notNull()
      .references(() => degreeCourse.productId),
    teacherId: reference()
      .notNull()
      .references(() => teacher.id),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.degreeCourseId, t.teacherId] }),
    index('degree_course_teacher_teacher_idx').on(t.teacherId),
  ],
);
