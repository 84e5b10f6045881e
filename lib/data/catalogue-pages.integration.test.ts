import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { courseChapter, courseDetail, courseSection, homework, pricePolicy, product, scholarship } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { fen } from '@/lib/domain/money';
import { mintCourse, mintDegree, only } from '@/tests/support/factories';
import { getCourse } from './catalogue-course';
import { getDegree, getDegrees } from './catalogue-degree';
import { getHome } from './catalogue-home';
import { getSitemapEntries } from './catalogue-sitemap';

const shared = vi.hoisted((): { db?: Database } => ({}));
vi.mock('@/lib/context', () => ({ database: () => shared.db }));
// The cache itself has tests of its own; what it keeps has to survive JSON.
vi.mock('next/cache', () => ({
  unstable_cache: (read: () => Promise<unknown>) => async () => JSON.parse(JSON.stringify(await read())),
}));

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  shared.db = db;
});
afterAll(() => db.$client.end());

async function mintFullCourse(options: Parameters<typeof mintCourse>[1] = {}) {
  const minted = await mintCourse(db, options);
  await db.update(courseDetail).set({ slogan: '一句话' }).where(eq(courseDetail.courseId, minted.id));
  const place = { courseId: minted.id, number: 1, name: '第一章', summary: '', publishedOn: '2024-01-01' };
  const chapter = only(await db.insert(courseChapter).values(place).returning());
  const section = { chapterId: chapter.id, kind: 'document', durationSeconds: 60, publishedOn: '2024-01-01' } as const;
  await db.insert(courseSection).values([
    { ...section, name: '后', link: 'later', position: 2, body: '秘密的正文' },
    { ...section, name: '先', link: 'first', position: 1, body: '秘密的正文', isFreeTrial: true },
  ]);
  const task = { chapterId: chapter.id, requirement: '', threshold: '', recommendedPeriod: 1, scholarshipFen: fen(0) };
  await db.insert(homework).values([
    { ...task, title: '要交的', position: 1 },
    { ...task, title: '停用的', position: 2, isEnabled: false },
  ]);
  return minted;
}

describe('a course page', () => {
  test('shows its parts in order, and neither lessons, nor disabled homework, nor withdrawn prices', async () => {
    const prices = [
      [90, 19900],
      [30, 9900],
      [7, 1900],
    ] as const;
    const minted = await mintFullCourse({ prices });
    await db.update(pricePolicy).set({ withdrawnAt: new Date() }).where(eq(pricePolicy.id, minted.policy.id));
    const page = await getCourse(minted.slug);
    expect(page?.policies.map(({ validDays }) => validDays)).toEqual([7, 30]);
    expect(page?.chapters).toMatchObject([
      { number: 1, sections: [{ link: 'first', isFreeTrial: true }, { link: 'later' }], homework: ['要交的'] },
    ]);
    expect(JSON.stringify(page)).not.toContain('秘密的正文');
  });

  test.each(['nope', '../etc/passwd', "x' or '1'='1", '', 'A'.repeat(65)])('of %j does not exist', async (slug) => {
    expect(await getCourse(slug)).toBeNull();
    expect(await getDegree(slug)).toBeNull();
  });

  test('is not a degree page, nor the other way round', async () => {
    const [course, degree] = [await mintFullCourse(), await mintDegree(db)];
    expect(await getDegree(course.slug)).toBeNull();
    expect(await getCourse(degree.slug)).toBeNull();
  });
});

describe('a degree', () => {
  test('shows its modules and scholarships, the soonest first', async () => {
    const degree = await mintDegree(db);
    const part = await mintFullCourse({ degreeCourseId: degree.id });
    await mintFullCourse({ degreeCourseId: degree.id, status: 'offline' });
    await db.insert(scholarship).values([
      { degreeCourseId: degree.id, timePercent: 100, valueFen: fen(100) },
      { degreeCourseId: degree.id, timePercent: 60, valueFen: fen(300) },
    ]);
    const page = await getDegree(degree.slug);
    expect(page?.modules.map(({ slug, degreeName }) => [slug, degreeName])).toEqual([[part.slug, degree.name]]);
    expect(page?.scholarships.map(({ timePercent }) => timePercent)).toEqual([60, 100]);
    expect((await getDegrees()).find(({ slug }) => slug === degree.slug)).toMatchObject({ moduleCount: 1 });
  });
});

describe('what is offline', () => {
  test('has a page still, and is in no list and no sitemap', async () => {
    const course = await mintFullCourse({ status: 'offline' });
    const degree = await mintDegree(db, { status: 'offline' });
    expect((await getCourse(course.slug))?.status).toBe('offline');
    expect((await getDegree(degree.slug))?.status).toBe('offline');
    const [home, degrees, sitemap] = [await getHome(), await getDegrees(), await getSitemapEntries()];
    const listed = [...home.topics, ...home.newest, ...degrees, ...sitemap].map(({ slug }) => slug);
    expect(listed).not.toContain(course.slug);
    expect(listed).not.toContain(degree.slug);
    await db.update(product).set({ status: 'online' }).where(eq(product.id, course.id));
    expect((await getHome()).newest.map(({ slug }) => slug)).toContain(course.slug);
  });
});
