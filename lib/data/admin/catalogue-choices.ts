import 'server-only';
import { asc, eq, ne } from 'drizzle-orm';
import { course, courseCategory, courseSubCategory, degreeCourse, product, teacher } from '@/db/schema';
import { adminDb } from './admin-db';

// What the selects of the catalogue's forms offer.

export interface SubCategoryGroup {
  readonly id: number;
  readonly name: string;
  readonly subCategories: readonly { readonly id: number; readonly name: string }[];
}

/** Sub-categories under their categories, in the school's order. */
export async function listSubCategoryGroups(): Promise<SubCategoryGroup[]> {
  const db = await adminDb();
  const [categories, subs] = await Promise.all([
    db
      .select({ id: courseCategory.id, name: courseCategory.name })
      .from(courseCategory)
      .orderBy(asc(courseCategory.position), asc(courseCategory.id)),
    db.select().from(courseSubCategory).orderBy(asc(courseSubCategory.position), asc(courseSubCategory.id)),
  ]);
  return categories.map((category) => ({
    ...category,
    subCategories: subs.flatMap(({ id, name, categoryId }) => (categoryId === category.id ? [{ id, name }] : [])),
  }));
}

export async function listDegreeChoices() {
  const db = await adminDb();
  return db
    .select({ id: product.id, name: product.name })
    .from(degreeCourse)
    .innerJoin(product, eq(product.id, degreeCourse.productId))
    .orderBy(asc(degreeCourse.position), asc(product.id));
}

export async function listTeacherChoices() {
  const db = await adminDb();
  return db
    .select({ id: teacher.id, name: teacher.name, title: teacher.title })
    .from(teacher)
    .orderBy(asc(teacher.name), asc(teacher.id));
}

const MOST_SUGGESTIONS = 200;

/** Courses to recommend, as suggestions while one types; any other slug can be typed too. */
export async function listCourseSuggestions(exceptId: number) {
  const db = await adminDb();
  return db
    .select({ slug: product.slug, name: product.name })
    .from(course)
    .innerJoin(product, eq(product.id, course.productId))
    .where(ne(product.id, exceptId))
    .orderBy(asc(course.position), asc(product.id))
    .limit(MOST_SUGGESTIONS);
}
