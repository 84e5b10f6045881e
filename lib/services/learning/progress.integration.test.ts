import { and, eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { enrolment, enrolmentGrant, sectionProgress } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { progressOf } from '@/lib/data/learning/progress';
import { mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { mintChapter, mintPaidOrder } from '@/tests/support/learning-factories';
import { markSection } from './mark-section';
import { savePosition } from './save-position';

const NOW = new Date('2026-06-15T04:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);

let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
});

/** A student with an opened course of four sections in two chapters. */
async function studying() {
  const student = await mintAccount(db);
  const course = await mintCourse(db);
  const first = await mintChapter(db, course.id, 1, [{ kind: 'video' }, {}]);
  const second = await mintChapter(db, course.id, 2, [{ kind: 'exercise' }, { isFreeTrial: true }]);
  const [a, b, c, trial] = [...first, ...second];
  if (!a || !b || !c || !trial) throw new Error('no sections');
  await mintPaidOrder(db, student.id, course, {
    startsAt: later(-DAY_MS),
    endsAt: later(30 * DAY_MS),
    openedAt: later(-DAY_MS),
  });
  return { student, course, a, b, c, trial };
}

const ctxOf = (accountId: number, now = NOW) => studentCtx(db, { id: accountId }, { now });

async function rowOf(accountId: number, sectionId: number) {
  const own = and(eq(sectionProgress.accountId, accountId), eq(sectionProgress.sectionId, sectionId));
  const [row] = await db.select().from(sectionProgress).where(own);
  return row;
}

describe('标记完成', () => {
  it('keeps its first time however often it comes, and can be taken back', async () => {
    const { student, a } = await studying();
    const mark = (now: Date, isCompleted: boolean) =>
      markSection(ctxOf(student.id, now), { sectionId: a.id, isCompleted });
    await mark(NOW, true);
    await mark(later(MINUTE_MS), true);
    expect((await rowOf(student.id, a.id))?.completedAt).toEqual(NOW);
    await mark(later(MINUTE_MS), false);
    await mark(later(MINUTE_MS), false);
    expect((await rowOf(student.id, a.id))?.completedAt).toBeNull();
  });

  it('20 times at once is one row', async () => {
    const { student, a } = await studying();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => markSection(ctxOf(student.id), { sectionId: a.id, isCompleted: true })),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await db.$count(sectionProgress, eq(sectionProgress.accountId, student.id))).toBe(1);
  });

  it('keeps where the video stands', async () => {
    const { student, a } = await studying();
    await savePosition(ctxOf(student.id), { sectionId: a.id, positionSeconds: 42, isAtEnd: false });
    await markSection(ctxOf(student.id), { sectionId: a.id, isCompleted: true });
    expect(await rowOf(student.id, a.id)).toMatchObject({ positionSeconds: 42, completedAt: NOW });
  });
});

describe('the position of a video', () => {
  it('is overwritten, and does not undo a completed section', async () => {
    const { student, a } = await studying();
    const save = (positionSeconds: number, isAtEnd: boolean) =>
      savePosition(ctxOf(student.id), { sectionId: a.id, positionSeconds, isAtEnd });
    await save(10, false);
    await save(60, true);
    await save(3, false);
    expect(await rowOf(student.id, a.id)).toMatchObject({ positionSeconds: 3, completedAt: NOW });
  });

  it('stays when the section is only visited', async () => {
    const { student, a } = await studying();
    await savePosition(ctxOf(student.id), { sectionId: a.id, positionSeconds: 10, isAtEnd: false });
    await savePosition(ctxOf(student.id, later(MINUTE_MS)), { sectionId: a.id, isAtEnd: false });
    expect(await rowOf(student.id, a.id)).toMatchObject({ positionSeconds: 10, updatedAt: later(MINUTE_MS) });
  });
});

describe('what is closed', () => {
  it('takes no progress', async () => {
    const { a, trial } = await studying();
    const other = await mintAccount(db);
    const refused = { ok: false, error: { code: 'COURSE_NOT_OPEN' } };
    const ctx = ctxOf(other.id);
    expect(await markSection(ctx, { sectionId: a.id, isCompleted: true })).toEqual(refused);
    expect(await savePosition(ctx, { sectionId: a.id, positionSeconds: 1, isAtEnd: false })).toEqual(refused);
    expect(await rowOf(other.id, a.id)).toBeUndefined();
    expect((await markSection(ctx, { sectionId: trial.id, isCompleted: true })).ok).toBe(true);
  });

  it('does not exist for a section that is not there', async () => {
    const { student } = await studying();
    const result = await markSection(ctxOf(student.id), { sectionId: 2 ** 40, isCompleted: true });
    expect(result).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('the progress of a course', () => {
  it('counts sections, rounds down, and resumes where one was last', async () => {
    const { student, course, a, b, c, trial } = await studying();
    const of = async () => (await progressOf(db, student.id, [course.id])).get(course.id);
    expect(await of()).toMatchObject({
      sections: 4,
      completed: 0,
      percent: 0,
      resume: { link: a.link, isFirst: true },
    });

    await markSection(ctxOf(student.id), { sectionId: a.id, isCompleted: true });
    await savePosition(ctxOf(student.id, later(MINUTE_MS)), { sectionId: c.id, isAtEnd: false });
    expect(await of()).toMatchObject({
      completed: 1,
      percent: 25,
      resume: { chapter: 2, link: c.link, isFirst: false },
    });

    for (const section of [b, c]) await markSection(ctxOf(student.id), { sectionId: section.id, isCompleted: true });
    expect(await of()).toMatchObject({ percent: 75 });
    await markSection(ctxOf(student.id), { sectionId: trial.id, isCompleted: true });
    expect(await of()).toMatchObject({ completed: 4, percent: 100 });
  });

  it('belongs to one account and outlives a revoked grant', async () => {
    const { student, course, a } = await studying();
    const other = await mintAccount(db);
    await markSection(ctxOf(student.id), { sectionId: a.id, isCompleted: true });
    const own = db.select({ id: enrolment.id }).from(enrolment).where(eq(enrolment.accountId, student.id));
    await db.update(enrolmentGrant).set({ revokedAt: NOW }).where(inArray(enrolmentGrant.enrolmentId, own));
    expect((await progressOf(db, student.id, [course.id])).get(course.id)?.percent).toBe(25);
    expect((await progressOf(db, other.id, [course.id])).get(course.id)?.percent).toBe(0);
  });

  it('leaves out a course without sections', async () => {
    const [student, course] = [await mintAccount(db), await mintCourse(db)];
    expect((await progressOf(db, student.id, [course.id])).size).toBe(0);
    expect((await progressOf(db, student.id, [])).size).toBe(0);
  });
});
