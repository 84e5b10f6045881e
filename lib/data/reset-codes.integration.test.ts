import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { messageTemplate, noticeSetting } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { canSendCodes } from './reset-codes';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());
beforeEach(async () => {
  await test.db.delete(noticeSetting);
  await test.db.delete(messageTemplate);
});

const FIELDS = [{ name: 'character_string1', label: '验证码' }];

it('a code can be sent once a template carries it, and not by those of other notices', async () => {
  expect(await canSendCodes(test.db)).toBe(false);
  await test.db
    .insert(messageTemplate)
    .values({ templateId: 'paid', title: '支付成功', fields: FIELDS, notice: 'order_paid' });
  expect(await canSendCodes(test.db)).toBe(false);
  await test.db
    .insert(messageTemplate)
    .values({ templateId: 'code', title: '验证码', fields: FIELDS, notice: 'password_code' });
  expect(await canSendCodes(test.db)).toBe(true);
});

it('or once one is chosen for it that the account still has', async () => {
  const setting = { notice: 'password_code', isOn: true, templateId: 'chosen', updatedAt: new Date() } as const;
  await test.db.insert(noticeSetting).values(setting);
  expect(await canSendCodes(test.db)).toBe(false);
  await test.db
    .insert(messageTemplate)
    .values({ templateId: 'chosen', title: '安全', fields: FIELDS, channel: 'subscribe' });
  expect(await canSendCodes(test.db)).toBe(true);
});
