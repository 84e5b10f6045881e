import { type SQL, sql } from 'drizzle-orm';
import { hashPassword } from '@/lib/auth/password';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import type { Db } from '../client';
import { scaleCatalogue } from './scale-catalogue';
import { scaleLessons } from './scale-lessons';

/** Every added account signs in as bench000001, bench000002 … with this: published, so they are demo accounts. */
const PASSWORD = 'bench123456';

/**
 * Adds `count` courses (slug bench-000001 …) and as many students (bench000001 …) to a seeded shop, set by set.
 * Runs again add further ones. Everything follows from the number of the row, so two shops of one size are alike.
 */
export async function addScale(db: Db, { count, now }: { count: number; now: Date }): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('luffycity:seed'))`);
    await tx.execute(itemTable(count, now));
    for (const statement of [accounts(passwordHash), ...scaleCatalogue, ...scaleLessons]) await tx.execute(statement);
    // A benchmark right after this should not run on the plans of an empty shop.
    await tx.execute(sql`analyze`);
  });
}

/** One row a course: its number and what is drawn from it. Multiplying by a prime spreads neighbours apart. */
const itemTable = (count: number, now: Date): SQL =>
  sql.raw(`
  create temporary table scale_item on commit drop as
  select i, lpad(i::text, 6, '0') as no, (i * 7919) % 100 as draw, (i * 104729) % 1000 as price_draw,
    timestamptz '${now.toISOString()}' as made_at, null::bigint as product_id,
    date '${shanghaiDay(now)}' - ((i * 31) % 1000)::int as published_on
  from generate_series(1 + (select count(*) from product where slug like 'bench-%'),
    ${count} + (select count(*) from product where slug like 'bench-%')) as i`);

const accounts = (passwordHash: string): SQL => sql`
  insert into account (username, password_hash, nickname, is_demo, created_at)
  select 'bench' || no, ${passwordHash}, '学员 ' || i, true, made_at - make_interval(hours => ((i * 31) % 8760)::int)
  from scale_item`;
