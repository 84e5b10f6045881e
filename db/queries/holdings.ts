import { and, asc, eq, isNull } from 'drizzle-orm';
import type { CourseFacts, Holding } from '@/lib/domain/course-access';
import type { Db } from '../client';
import { course, courseChapter, courseSection, enrolment, enrolmentGrant, product } from '../schema';

/** Every enrolment of an account with the grants that were not revoked, earliest first. */
export async function holdingsOf(db: Db, accountId: number): Promise<Holding[]> {
  const rows = await db
    .select({
      productId: enrolment.productId,
      kind: product.kind,
      openedAt: enrolment.openedAt,
      startsAt: enrolmentGrant.startsAt,
      endsAt: enrolmentGrant.endsAt,
    })
    .from(enrolment)
    .innerJoin(product, eq(product.id, enrolment.productId))
    .leftJoin(enrolmentGrant, and(eq(enrolmentGrant.enrolmentId, enrolment.id), isNull(enrolmentGrant.revokedAt)))
    .where(eq(enrolment.accountId, accountId))
    .orderBy(asc(enrolment.id), asc(enrolmentGrant.startsAt));

  const holdings = new Map<number, Holding & { grants: { startsAt: Date; endsAt: Date }[] }>();
  for (const { productId, kind, openedAt, startsAt, endsAt } of rows) {
    const holding = holdings.get(productId) ?? { productId, kind, openedAt, grants: [] };
    if (startsAt && endsAt) holding.grants.push({ startsAt, endsAt });
    holdings.set(productId, holding);
  }
  return [...holdings.values()];
}

/** What the access rule must know of a course. */
export const courseFactColumns = {
  productId: course.productId,
  status: product.status,
  courseType: course.courseType,
  degreeCourseId: course.degreeCourseId,
};

/** A section with the facts of its course; undefined when there is no such section. */
export async function findSection(
  db: Db,
  sectionId: number,
): Promise<{ isFreeTrial: boolean; videoPath: string | null; course: CourseFacts } | undefined> {
  const [row] = await db
    .select({
      isFreeTrial: courseSection.isFreeTrial,
      videoPath: courseSection.videoPath,
      course: courseFactColumns,
    })
    .from(courseSection)
    .innerJoin(courseChapter, eq(courseChapter.id, courseSection.chapterId))
    .innerJoin(course, eq(course.productId, courseChapter.courseId))
    .innerJoin(product, eq(product.id, course.productId))
    .where(eq(courseSection.id, sectionId));
  return row;
}
