import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { course, courseCategory, courseSubCategory, courseTeacher, enrolment, pricePolicy, teacher } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import type { CourseFilter } from '@/lib/domain/course-filter';
import { NO_FILTER } from '@/lib/domain/course-filter';
import { mintAccount, mintCourse, mintDegree, only, unique } from '@/tests/support/factories';
import { PAGE_SIZE, queryCourseList } from './course-list-query';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});
afterAll(() => db.$client.end());

type CourseColumns = Partial<typeof course.$inferInsert>;

/** A shelf of its own: lists are asked for within one fresh sub-category. */
async function mintShelf() {
  const category = only(
    await db
      .insert(courseCategory)
      .values({ slug: unique('c'), name: unique('分类'), position: 0 })
      .returning(),
  );
  const shelf = { categoryId: category.id, slug: unique('s'), name: unique('子类'), position: 0 };
  const sub = only(await db.insert(courseSubCategory).values(shelf).returning());
  const add = async (options: Parameters<typeof mintCourse>[1] = {}, columns: CourseColumns = {}) => {
    const minted = await mintCourse(db, options);
    await db
      .update(course)
      .set({ subCategoryId: sub.id, ...columns })
      .where(eq(course.productId, minted.id));
    return minted;
  };
  /** Not sold by itself: its one price policy is withdrawn. */
  const addUnsold = async (...args: Parameters<typeof add>) => {
    const minted = await add(...args);
    await db.update(pricePolicy).set({ withdrawnAt: new Date() }).where(eq(pricePolicy.productId, minted.id));
  };
  const list = async (wishes: Partial<CourseFilter> = {}) => {
    const found = await queryCourseList(db, { ...NO_FILTER, sub: sub.slug, ...wishes });
    return { total: found.total, names: found.courses.map(({ name }) => name), courses: found.courses };
  };
  return { category, sub, add, addUnsold, list };
}

describe('filters', () => {
  test('by level, type, category and price band; each on the lowest price on offer', async () => {
    const { add, addUnsold, list, category } = await mintShelf();
    const degree = await mintDegree(db);
    await add({ name: '免费', prices: [[30, 0]] });
    await add(
      {
        name: '便宜',
        prices: [
          [30, 9_999],
          [90, 50_000],
        ],
      },
      { level: 'advanced' },
    );
    await add({ name: '整百', prices: [[30, 10_000]] });
    await addUnsold({ name: '模块', degreeCourseId: degree.id });
    expect((await list({ price: 'free' })).names).toEqual(['免费']);
    expect((await list({ price: 'under-100' })).names).toEqual(['便宜']);
    expect((await list({ price: '100-300' })).names).toEqual(['整百']);
    expect((await list({ level: 'advanced' })).names).toEqual(['便宜']);
    expect((await list({ type: 'degree_module' })).courses).toMatchObject([
      { name: '模块', fromFen: null, degreeName: degree.name, studentCount: 0 },
    ]);
    expect((await list({ category: category.slug })).total).toBe(4);
    expect((await list({ category: 'elsewhere' })).total).toBe(0);
  });

  test('upcoming courses are listed, offline ones are not', async () => {
    const { add, list } = await mintShelf();
    await add({ name: '已上线' });
    await add({ name: '即将上线', status: 'upcoming' });
    await add({ name: '已下线', status: 'offline' });
    expect(await list()).toMatchObject({ total: 2, names: ['已上线', '即将上线'] });
  });

  test('a search wants every word, in any letter case, and takes % and _ literally', async () => {
    const { add, list } = await mintShelf();
    const taught = await add({ name: 'Python 异步' });
    await add({ name: 'Python 入门' });
    await add({ name: '折扣 100%_off' });
    const row = { role: 'lecturer', title: '', signature: '', brief: '', avatarHue: 1 } as const;
    const found = only(
      await db
        .insert(teacher)
        .values({ ...row, name: unique('讲师Zoe') })
        .returning(),
    );
    await db.insert(courseTeacher).values({ courseId: taught.id, teacherId: found.id, position: 0 });
    expect((await list({ q: 'python' })).total).toBe(2);
    expect((await list({ q: '异步 PYTHON' })).names).toEqual(['Python 异步']);
    expect((await list({ q: '讲师zoe' })).names).toEqual(['Python 异步']);
    expect((await list({ q: '%' })).names).toEqual(['折扣 100%_off']);
    expect((await list({ q: 'n_off' })).total).toBe(0);
    expect((await list({ q: "\\ ' -- %" })).total).toBe(0);
  });
});

describe('order', () => {
  test('by position, publication, price and students', async () => {
    const { add, addUnsold, list } = await mintShelf();
    await add({ name: '甲', prices: [[30, 200]] }, { position: 2, publishedOn: '2024-03-01' });
    const second = await add({ name: '乙', prices: [[30, 100]] }, { position: 1, publishedOn: '2024-01-01' });
    await addUnsold({ name: '丙', courseType: 'vip' }, { position: 3, publishedOn: '2024-02-01' });
    const student = await mintAccount(db);
    await db.insert(enrolment).values({ accountId: student.id, productId: second.id, openedAt: new Date() });
    expect((await list()).names).toEqual(['乙', '甲', '丙']);
    expect((await list({ sort: 'newest' })).names).toEqual(['甲', '丙', '乙']);
    expect((await list({ sort: 'price-asc' })).names).toEqual(['乙', '甲', '丙']);
    expect((await list({ sort: 'price-desc' })).names).toEqual(['甲', '乙', '丙']);
    expect((await list({ sort: 'popular' })).names[0]).toBe('乙');
  });

  test('pages do not overlap and leave nothing out, though everything ties', async () => {
    const { add, list } = await mintShelf();
    const all: string[] = [];
    for (let index = 0; index < PAGE_SIZE + 3; index += 1) all.push((await add()).name);
    for (const sort of ['default', 'newest', 'popular', 'price-asc', 'price-desc'] as const) {
      const [one, two, three] = await Promise.all([1, 2, 3].map((page) => list({ sort, page })));
      expect([...(one?.names ?? []), ...(two?.names ?? [])].toSorted()).toEqual(all.toSorted());
      expect(three).toMatchObject({ total: PAGE_SIZE + 3, names: [] });
    }
  });
});
