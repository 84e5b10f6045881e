import { and, asc, eq, gt, inArray, isNotNull, isNull, max, notExists, type SQL, sql } from 'drizzle-orm';
import { enrolment, enrolmentGrant, message, product } from '@/db/schema';
import { NOTICE_TITLES } from '@/lib/domain/notice';
import { lastDay } from '@/lib/domain/shanghai-day';
import type { Ctx, TxCtx } from '../ctx';
import type { NewMessage } from './put-message';

const DAYS_BEFORE = 7;

/** Courses that are open and whose last grant ends within the days; each end is told of once. */
function ending(ctx: Ctx, which: SQL | undefined) {
  const last = max(enrolmentGrant.endsAt);
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  return ctx.db
    .select({
      enrolmentId: enrolment.id,
      accountId: enrolment.accountId,
      course: product.name,
      endsAt: sql`${last}`.mapWith(enrolmentGrant.endsAt).as('ends_at'),
    })
    .from(enrolment)
    .innerJoin(enrolmentGrant, and(eq(enrolmentGrant.enrolmentId, enrolment.id), isNull(enrolmentGrant.revokedAt)))
    .innerJoin(product, eq(product.id, enrolment.productId))
    .where(and(isNotNull(enrolment.openedAt), which))
    .groupBy(enrolment.id, product.id)
    .having(sql`${last} > ${now} and ${last} <= ${now} + make_interval(days => ${DAYS_BEFORE})`);
}

const causeOf = (enrolmentId: number, endsAt: Date) => `enrolment:${enrolmentId}:ends:${lastDay(endsAt)}`;

export async function ownersOfCoursesEnding(ctx: Ctx, after: number, limit: number): Promise<number[]> {
  const course = ending(ctx, gt(enrolment.accountId, after)).as('course');
  const day = sql`to_char((${course.endsAt} - interval '1 millisecond') at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
  const isTold = and(
    eq(message.accountId, course.accountId),
    eq(message.cause, sql`'enrolment:' || ${course.enrolmentId} || ':ends:' || ${day}`),
  );
  const rows = await ctx.db
    .selectDistinct({ accountId: course.accountId })
    .from(course)
    .where(notExists(ctx.db.select({ id: message.id }).from(message).where(isTold)))
    .orderBy(asc(course.accountId))
    .limit(limit);
  return rows.map(({ accountId }) => accountId);
}

export async function coursesEnding(ctx: TxCtx, accountIds: readonly number[]): Promise<NewMessage[]> {
  const rows = await ending(ctx, inArray(enrolment.accountId, [...accountIds]));
  return rows.map(({ enrolmentId, accountId, course, endsAt }) => ({
    accountId,
    cause: causeOf(enrolmentId, endsAt),
    title: NOTICE_TITLES.course_expiring,
    content: {
      kind: 'notice',
      notice: 'course_expiring',
      path: '/learn',
      facts: { course, endsOn: lastDay(endsAt) },
    },
  }));
}
