import { existsSync } from 'node:fs';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import type { Database } from '../client';
import * as table from '../schema';
import { testDatabase } from '../test-database';
import { seedDatabase } from './main';

const NOW = new Date('2026-03-05T04:00:00Z');
const file = (...parts: string[]) => path.join(import.meta.dirname, '../..', ...parts);

let db: Database;

beforeAll(async () => {
  ({ db } = await testDatabase());
  // Two processes that start at once, then a third start.
  await Promise.all([seedDatabase(db, { demo: true, now: NOW }), seedDatabase(db, { demo: true, now: NOW })]);
  await seedDatabase(db, { demo: true, now: NOW });
});

describe('catalogue', () => {
  test('has what the shop promises, once', async () => {
    expect(await db.$count(table.courseCategory)).toBeGreaterThanOrEqual(3);
    expect(await db.$count(table.courseSubCategory)).toBeGreaterThanOrEqual(8);
    expect(await db.$count(table.teacher)).toBeGreaterThanOrEqual(8);
    expect(await db.$count(table.degreeCourse)).toBe(3);
    expect(await db.$count(table.course)).toBe(24);
    expect(await db.$count(table.product)).toBe(27);
    expect(await db.$count(table.account)).toBe(4);
    const statuses = await db.selectDistinct({ status: table.product.status }).from(table.product);
    expect(statuses.map((row) => row.status).sort()).toEqual(['offline', 'online', 'upcoming']);
  });

  test('every sub-category has a course, every degree two modules or more and three scholarships', async () => {
    const empty = await db.execute(sql`
      select s.slug from course_sub_category s
      where not exists (select from course c where c.sub_category_id = s.id)`);
    expect([...empty]).toEqual([]);
    const thin = await db.execute(sql`
      select d.product_id from degree_course d
      where (select count(*) from course c where c.degree_course_id = d.product_id) < 2
        or (select count(*) from scholarship s where s.degree_course_id = d.product_id) < 3`);
    expect([...thin]).toEqual([]);
  });

  test('the total scholarship of a degree is its best time plus all of its homework', async () => {
    const wrong = await db.execute(sql`
      select d.product_id from degree_course d
      where d.total_scholarship_fen <> (select max(value_fen) from scholarship s where s.degree_course_id = d.product_id)
        + (select sum(h.scholarship_fen) from homework h join course_chapter ch on ch.id = h.chapter_id
          join course c on c.product_id = ch.course_id where c.degree_course_id = d.product_id)`);
    expect([...wrong]).toEqual([]);
  });

  test('what is sold has two to five price policies, dearer the longer; nothing else has any', async () => {
    const policies = await db.select().from(table.pricePolicy).orderBy(table.pricePolicy.validDays);
    const products = await db
      .select({ id: table.product.id, slug: table.product.slug, type: table.course.courseType })
      .from(table.product)
      .leftJoin(table.course, eq(table.course.productId, table.product.id));
    for (const { id, slug, type } of products) {
      const prices = policies.filter((policy) => policy.productId === id).map((policy) => policy.priceFen);
      const isSold = type === null || type === 'paid';
      expect.soft(prices.length, slug).toBeGreaterThanOrEqual(isSold ? 2 : 0);
      expect.soft(prices.length, slug).toBeLessThanOrEqual(isSold ? 5 : 0);
      expect.soft(prices, slug).toEqual([...prices].sort((a, b) => a - b));
    }
  });

  test('every course has all its parts', async () => {
    const thin = await db.execute(sql`
      select p.slug from course c join product p on p.id = c.product_id
      where not exists (select from course_detail d where d.course_id = p.id)
        or not exists (select from course_outline o where o.course_id = p.id)
        or not exists (select from course_teacher t where t.course_id = p.id)
        or not exists (select from recommended_course r where r.course_id = p.id)
        or not exists (select from faq f where f.product_id = p.id)
        or not exists (select from homework h join course_chapter ch on ch.id = h.chapter_id where ch.course_id = p.id)
        or (select count(*) from course_chapter ch where ch.course_id = p.id) not between 3 and 5`);
    expect([...thin]).toEqual([]);
  });
});

describe('lessons', () => {
  const lessons = () =>
    db
      .select({
        slug: table.product.slug,
        chapterDay: table.courseChapter.publishedOn,
        status: table.product.status,
        link: table.courseSection.link,
        kind: table.courseSection.kind,
        body: table.courseSection.body,
        videoPath: table.courseSection.videoPath,
        isFreeTrial: table.courseSection.isFreeTrial,
      })
      .from(table.courseSection)
      .innerJoin(table.courseChapter, eq(table.courseChapter.id, table.courseSection.chapterId))
      .innerJoin(table.product, eq(table.product.id, table.courseChapter.courseId));

  test('every course has a trial and all kinds, every chapter two to five sections, every link its one lesson', async () => {
    const thin = await db.execute(sql`
      select p.slug from product p join course_chapter ch on ch.course_id = p.id join course_section s on s.chapter_id = ch.id
      group by p.slug
      having not bool_or(s.is_free_trial) or count(distinct s.kind) < 3 or count(distinct s.link) < count(*)`);
    expect([...thin]).toEqual([]);
    const uneven = await db.execute(sql`
      select ch.id from course_chapter ch left join course_section s on s.chapter_id = ch.id
      group by ch.id having count(s.id) not between 2 and 5`);
    expect([...uneven]).toEqual([]);
  });

  test('every body is a lesson, every exercise has a hint, no two are alike', async () => {
    const rows = await lessons();
    for (const { slug, link, kind, body } of rows) {
      expect.soft(body.length, `${slug}/${link}`).toBeGreaterThan(150);
      if (kind === 'exercise') expect.soft(body, `${slug}/${link}`).toContain('## 提示');
    }
    expect(new Set(rows.map((row) => row.body)).size).toBe(rows.length);
  });

  test('chapters of what is online are out', async () => {
    const early = (await lessons()).filter((row) => row.status === 'online' && row.chapterDay > shanghaiDay(NOW));
    expect(early).toEqual([]);
  });

  test('every file is there', async () => {
    for (const { videoPath } of await lessons()) {
      if (videoPath !== null) expect.soft(existsSync(file('content/videos', videoPath)), videoPath).toBe(true);
    }
    for (const { attachmentPath } of await db.select().from(table.course)) {
      if (attachmentPath !== null) {
        expect.soft(existsSync(file('content/materials', attachmentPath)), attachmentPath).toBe(true);
      }
    }
    for (const { videoIntro } of await db.select().from(table.courseDetail)) {
      if (videoIntro !== null) expect.soft(existsSync(file('public', videoIntro)), videoIntro).toBe(true);
    }
  });
});
