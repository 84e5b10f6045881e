import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { database } from '@/lib/context';
import { stubSiteEnv } from '@/tests/support/site-env';
import { GET } from './route';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  stubSiteEnv(test.url);
});
afterAll(() => test.db.$client.end());

async function health() {
  const response = await GET();
  return { status: response.status, body: await response.json() };
}

const fine = { status: 'ok', database: 'ok', migrations: 'ok', worker: 'ok' };

it('says which part fails, and nothing else', async () => {
  expect(await health()).toEqual({ status: 503, body: { ...fine, status: 'failing', worker: 'failing' } });

  await test.db.execute(sql`insert into worker_heartbeat values ('w', now())`);
  expect(await health()).toEqual({ status: 200, body: fine });

  await test.db.execute(sql`update worker_heartbeat set seen_at = now() - interval '1 minute'`);
  expect(await health()).toMatchObject({ status: 503, body: { worker: 'failing' } });

  await test.db.execute(sql`update worker_heartbeat set seen_at = now()`);
  await test.db.execute(sql`delete from drizzle.__drizzle_migrations
    where id = (select max(id) from drizzle.__drizzle_migrations)`);
  expect(await health()).toEqual({ status: 503, body: { ...fine, status: 'failing', migrations: 'failing' } });

  await database().$client.end();
  const failing = { status: 'failing', database: 'failing', migrations: 'failing', worker: 'failing' };
  expect(await health()).toEqual({ status: 503, body: failing });
});
