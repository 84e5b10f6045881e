import type { Db } from '../client';
import * as table from '../schema';
import { COURSES } from './catalogue';
import { CATEGORIES } from './catalogue/categories';
import { DEGREES } from './catalogue/degrees';
import { TEACHERS } from './catalogue/teachers';
import { type IdOf, lookup } from './lookup';

const ALL = [
  ...DEGREES.map((seed) => ({ ...seed, productKind: 'degree_course' as const })),
  ...COURSES.map((seed) => ({ ...seed, productKind: 'course' as const })),
];

/** Ids of sub-categories by slug. */
export async function insertCategories(db: Db): Promise<IdOf> {
  const categories = await db
    .insert(table.courseCategory)
    .values(CATEGORIES.map(({ slug, name }, position) => ({ slug, name, position })))
    .returning();
  const categoryId = lookup(
    'category',
    categories.map((row) => [row.slug, row.id]),
  );
  const rows = await db
    .insert(table.courseSubCategory)
    .values(
      CATEGORIES.flatMap((category) =>
        category.subCategories.map(({ slug, name }, position) => ({
          categoryId: categoryId(category.slug),
          slug,
          name,
          position,
        })),
      ),
    )
    .returning();
  return lookup(
    'sub-category',
    rows.map((row) => [row.slug, row.id]),
  );
}

/** Ids of teachers by name. */
export async function insertTeachers(db: Db): Promise<IdOf> {
  const rows = await db
    .insert(table.teacher)
    .values(TEACHERS.map(({ hue, ...teacher }) => ({ ...teacher, avatarHue: hue })))
    .returning();
  return lookup(
    'teacher',
    rows.map((row) => [row.name, row.id]),
  );
}

/** The parent rows of courses and degree courses, with what they share; ids by slug. */
export async function insertProducts(db: Db, now: Date): Promise<IdOf> {
  const rows = await db
    .insert(table.product)
    .values(
      ALL.map((seed) => ({
        kind: seed.productKind,
        slug: seed.slug,
        name: seed.name,
        brief: seed.brief,
        coverHue: seed.hue,
        coverGlyph: seed.glyph,
        status: seed.status,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .returning();
  const productId = lookup(
    'product',
    rows.map((row) => [row.slug, row.id]),
  );
  await db
    .insert(table.pricePolicy)
    .values(ALL.flatMap((seed) => seed.prices.map((price) => ({ ...price, productId: productId(seed.slug) }))));
  await db
    .insert(table.faq)
    .values(
      ALL.flatMap((seed) => seed.faqs.map((faq, position) => ({ ...faq, productId: productId(seed.slug), position }))),
    );
  return productId;
}

export async function insertDegrees(db: Db, productId: IdOf, teacherId: IdOf): Promise<void> {
  await db.insert(table.degreeCourse).values(
    DEGREES.map((seed, position) => ({
      productId: productId(seed.slug),
      totalScholarshipFen: seed.totalScholarshipFen,
      mentorCompensationBonusFen: seed.mentorCompensationBonusFen,
      period: seed.period,
      prerequisite: seed.prerequisite,
      position,
    })),
  );
  await db
    .insert(table.scholarship)
    .values(
      DEGREES.flatMap((seed) =>
        seed.scholarships.map((scholarship) => ({ ...scholarship, degreeCourseId: productId(seed.slug) })),
      ),
    );
  await db.insert(table.degreeCourseTeacher).values(
    DEGREES.flatMap((seed) =>
      seed.teachers.map((name, position) => ({
        degreeCourseId: productId(seed.slug),
        teacherId: teacherId(name),
        position,
      })),
    ),
  );
}
