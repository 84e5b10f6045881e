import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as table from '../schema';
import { testDatabase } from '../test-database';
import { seedDatabase } from './main';
import { addScale } from './scale';

const NOW = new Date('2026-03-05T04:00:00Z');

test('scale adds as many courses and accounts as asked for, and again', async () => {
  const { db: large } = await testDatabase();
  await seedDatabase(large, { demo: false, now: NOW });
  await addScale(large, { count: 300, now: NOW });
  await addScale(large, { count: 20, now: NOW });
  expect(await large.$count(table.course)).toBe(24 + 320);
  expect(await large.$count(table.account, eq(table.account.isDemo, true))).toBe(320);
  const [names] = await large.execute(
    sql`select count(*)::int as all, count(distinct name)::int as distinct from product`,
  );
  expect(names).toEqual({ all: 347, distinct: 347 });
  const unsold = await large.execute(sql`
    select c.product_id from course c
    where (c.course_type = 'paid')
      <> ((select count(*) from price_policy p where p.product_id = c.product_id) between 2 and 5)`);
  expect([...unsold]).toEqual([]);
});
