import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mutedTopic } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { topicsFormSchema } from '@/lib/domain/topics-form';
import { mintAccount, studentCtx } from '@/tests/support/factories';
import { saveTopics } from './save-topics';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

it('keeps what was left unticked, for this account alone, and never security', async () => {
  const [student, other] = [await mintAccount(test.db), await mintAccount(test.db)];
  const muted = async (id: number) => {
    const rows = await test.db
      .select({ topic: mutedTopic.topic })
      .from(mutedTopic)
      .where(eq(mutedTopic.accountId, id))
      .orderBy(asc(mutedTopic.topic));
    return rows.map(({ topic }) => topic);
  };
  const save = (form: Record<string, string>) => saveTopics(studentCtx(test.db, student), topicsFormSchema.parse(form));
  await save({ order: 'on' });
  expect(await muted(student.id)).toEqual(['coupon', 'news', 'study']);
  await Promise.all([save({ order: 'on', study: 'on' }), save({ order: 'on', study: 'on' })]);
  expect(await muted(student.id)).toEqual(['coupon', 'news']);
  await save({ order: 'on', study: 'on', coupon: 'on', news: 'on' });
  expect(await muted(student.id)).toEqual([]);
  expect(await muted(other.id)).toEqual([]);
  expect(topicsFormSchema.safeParse({ security: 'on' }).success).toBe(false);
});
