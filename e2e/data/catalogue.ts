import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { courseChapter, courseSection, pricePolicy, product } from '@/db/schema';
import type { MintedPolicy, MintedProduct } from '@/tests/support/factories';

/** A course of the seeded catalogue that is on sale and has free trials and a video that is not one. */
export const SLUG = 'postgresql-tuning';

/** Read-only for tests: what they change they mint. */
export async function seededCourse(db: Database, slug = SLUG): Promise<MintedProduct> {
  const [row] = await db
    .select({ id: product.id, kind: product.kind, slug: product.slug, name: product.name })
    .from(product)
    .where(eq(product.slug, slug));
  const policies = row ? await policiesOf(db, row.id) : [];
  const [policy] = policies;
  if (!row || !policy) throw new Error(`the seed does not sell ${slug}`);
  return { ...row, policies, policy };
}

const policiesOf = (db: Database, productId: number): Promise<MintedPolicy[]> =>
  db
    .select({ id: pricePolicy.id, validDays: pricePolicy.validDays, priceFen: pricePolicy.priceFen })
    .from(pricePolicy)
    .where(and(eq(pricePolicy.productId, productId), isNull(pricePolicy.withdrawnAt)))
    .orderBy(asc(pricePolicy.validDays));

interface Lesson {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly isFreeTrial: boolean;
  readonly kind: 'document' | 'exercise' | 'video';
}

/** The sections of a course in their order. */
export async function lessonsOf(db: Database, slug = SLUG): Promise<Lesson[]> {
  const rows = await db
    .select({
      id: courseSection.id,
      name: courseSection.name,
      kind: courseSection.kind,
      isFreeTrial: courseSection.isFreeTrial,
      chapter: courseChapter.number,
      link: courseSection.link,
    })
    .from(courseSection)
    .innerJoin(courseChapter, eq(courseChapter.id, courseSection.chapterId))
    .innerJoin(product, eq(product.id, courseChapter.courseId))
    .where(eq(product.slug, slug))
    .orderBy(asc(courseChapter.number), asc(courseSection.position));
  return rows.map(({ chapter, link, ...lesson }) => ({ ...lesson, path: `/learn/${slug}/${chapter}/${link}` }));
}

/** The first section that fits. */
export async function lessonWhere(db: Database, fits: (lesson: Lesson) => boolean, slug = SLUG): Promise<Lesson> {
  const lesson = (await lessonsOf(db, slug)).find(fits);
  if (!lesson) throw new Error(`${slug} has no such section`);
  return lesson;
}
