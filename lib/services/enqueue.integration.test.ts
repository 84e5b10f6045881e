import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { enqueue } from './enqueue';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const LATER = new Date('2099-01-01T00:00:00Z');
const jobs = (key: string) =>
  test.db.execute<{ task_identifier: string; payload: unknown; run_at: string }>(
    sql`select tasks.identifier as task_identifier, jobs.payload, jobs.run_at
      from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
      where jobs.key = ${key}`,
  );

it('leaves one job a key, at the time it was last given, with its payload as JSON', async () => {
  await enqueue(test.db, 'order.expire', { orderId: 7 }, { key: 'one' });
  await enqueue(test.db, 'order.expire', { orderId: 7 }, { key: 'one', runAt: LATER });
  const [job, ...more] = await jobs('one');
  expect(more).toEqual([]);
  expect(job).toMatchObject({ task_identifier: 'order.expire', payload: { orderId: 7 } });
  expect(new Date(job?.run_at ?? 0)).toEqual(LATER);
});

it('leaves nothing when the transaction is rolled back', async () => {
  const failing = test.db.transaction(async (tx) => {
    await enqueue(tx, 'order.paid', { orderId: 8 }, { key: 'rolled-back' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await jobs('rolled-back')).toEqual([]);
});
