import { beforeAll, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { mintAccount, mintCourse, mintDegree } from '@/tests/support/factories';
import { mintChapter, mintPaidOrder } from '@/tests/support/learning-factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { findMyLearning } from './my-learning';

const NOW = new Date('2026-06-15T04:00:00Z');
const DAY_MS = 86_400_000;
const day = (offset: number) => new Date(NOW.getTime() + offset * DAY_MS);

let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
});

it('is empty for someone who bought nothing', async () => {
  const [student, course] = [await mintAccount(db), await mintCourse(db)];
  await mintCourse(db, { courseType: 'vip' });
  await mintPendingOrder(db, student.id, [{ product: course }]);
  const nothing = { pendingForms: [], courses: [], degrees: [], vip: [] };
  expect(await findMyLearning(db, student.id, NOW)).toEqual(nothing);
});

it('lists courses with their state, what is open first, and the orders without a 报名表', async () => {
  const student = await mintAccount(db);
  const [ended, waiting, open, revoked] = [
    await mintCourse(db),
    await mintCourse(db),
    await mintCourse(db),
    await mintCourse(db),
  ];
  await mintChapter(db, open.id, 1, [{}, {}]);
  const openedAt = day(-9);
  await mintPaidOrder(db, student.id, ended, { startsAt: day(-9), endsAt: day(-2), openedAt });
  const unfilled = await mintPaidOrder(db, student.id, waiting, { startsAt: day(-1), endsAt: day(9) });
  await mintPaidOrder(db, student.id, open, { startsAt: day(-1), endsAt: day(3), openedAt });
  await mintPaidOrder(db, student.id, revoked, { startsAt: day(-1), endsAt: day(3), openedAt, revokedAt: day(-1) });

  const mine = await findMyLearning(db, student.id, NOW);
  expect(mine.courses.map(({ slug, state }) => [slug, state])).toEqual([
    [open.slug, 'open'],
    [waiting.slug, 'form'],
    [ended.slug, 'ended'],
  ]);
  expect(mine.courses[0]).toMatchObject({ lastDay: '2026-06-18', progress: { sections: 2, percent: 0 } });
  expect(mine.courses[1]?.progress).toBeNull();
  // Written directly, the open course's order has no form either; those that would open nothing are left out.
  expect(mine.pendingForms.map((form) => form.products)).toEqual([[waiting.name], [open.name]]);
  expect(mine.pendingForms[0]?.orderNo).toBe(unfilled.orderNo);
});

it('lists a degree with its modules and, while it is open, VIP专享', async () => {
  const degree = await mintDegree(db);
  const part = await mintCourse(db, { degreeCourseId: degree.id });
  const vip = await mintCourse(db, { courseType: 'vip' });
  const hidden = await mintCourse(db, { courseType: 'vip', status: 'offline' });
  const [current, former] = [await mintAccount(db), await mintAccount(db)];
  await mintPaidOrder(db, current.id, degree, { startsAt: day(-1), endsAt: day(9), openedAt: day(-1) });
  await mintPaidOrder(db, former.id, degree, { startsAt: day(-9), endsAt: day(-1), openedAt: day(-9) });

  const mine = await findMyLearning(db, current.id, NOW);
  expect(mine.courses).toEqual([]);
  expect(mine.degrees).toMatchObject([{ slug: degree.slug, state: 'open', modules: [{ slug: part.slug }] }]);
  expect(mine.vip.map((card) => card.slug)).toContain(vip.slug);
  expect(mine.vip.map((card) => card.slug)).not.toContain(hidden.slug);

  const theirs = await findMyLearning(db, former.id, NOW);
  expect(theirs.degrees).toMatchObject([{ slug: degree.slug, state: 'ended' }]);
  expect(theirs.vip).toEqual([]);
});
