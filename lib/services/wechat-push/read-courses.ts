import { inArray, or } from 'drizzle-orm';
import { holdingsOf } from '@/db/queries/holdings';
import { countSections } from '@/db/queries/section-counts';
import { course, product } from '@/db/schema';
import { type HoldingState, heldUntil, holdingState } from '@/lib/domain/course-access';
import { coursePath } from '@/lib/domain/learn-paths';
import { lastDay } from '@/lib/domain/shanghai-day';
import type { CourseLine } from '@/lib/domain/wechat/reply-words';
import type { Ctx } from '../ctx';

const RANK: Readonly<Record<HoldingState, number>> = { open: 0, form: 1, not_started: 2, ended: 3, none: 4 };

/** Everything an account bought and still has or had, what is open first; a degree counts the sections of its modules. */
export async function readCourses({ db, now }: Ctx, accountId: number): Promise<CourseLine[]> {
  const holdings = await holdingsOf(db, accountId);
  const ids = holdings.map((holding) => holding.productId);
  if (ids.length === 0) return [];
  const [titles, parts] = await Promise.all([
    db.select({ id: product.id, slug: product.slug, name: product.name }).from(product).where(inArray(product.id, ids)),
    db
      .select({ id: course.productId, degreeId: course.degreeCourseId })
      .from(course)
      .where(or(inArray(course.productId, ids), inArray(course.degreeCourseId, ids))),
  ]);
  const courseIds = parts.map((part) => part.id);
  const counts = courseIds.length === 0 ? [] : await countSections(db, accountId, courseIds);
  const progressOf = (productId: number): CourseLine['progress'] => {
    const own = new Set(
      parts.filter((part) => part.id === productId || part.degreeId === productId).map(({ id }) => id),
    );
    const found = counts.filter((count) => own.has(count.courseId));
    const sum = (what: 'sections' | 'completed') => found.reduce((total, count) => total + count[what], 0);
    return found.length === 0 ? null : { sections: sum('sections'), completed: sum('completed') };
  };
  return holdings
    .flatMap(({ productId, kind, openedAt, grants }) => {
      const state = holdingState({ openedAt, grants }, now);
      const title = titles.find(({ id }) => id === productId);
      if (state === 'none' || !title) return [];
      const path = kind === 'degree_course' ? '/learn' : coursePath(title.slug);
      return [{ name: title.name, path, state, lastDay: lastDay(heldUntil(grants)), progress: progressOf(productId) }];
    })
    .sort((a, b) => RANK[a.state] - RANK[b.state]);
}
