import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from './client';
import { isMigrated, migrateDatabase } from './migrate';
import { testDatabase } from './test-database';

describe('migrateDatabase', () => {
  let db: Database;
  let url: string;
  beforeAll(async () => {
    ({ db, url } = await testDatabase());
  });

  test('leaves a database that knows it is up to date', async () => {
    expect(await isMigrated(db)).toBe(true);
  });

  test('may run again, also from two processes at once', async () => {
    await Promise.all([migrateDatabase(url), migrateDatabase(url)]);
    const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from product`);
    expect(row?.count).toBe(0);
  });
});
