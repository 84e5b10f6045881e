import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, enrolmentGrant } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse } from '@/tests/support/factories';
import { mintPaidOrder } from '@/tests/support/learning-factories';
import { mintBinding, readMessages, sendJobOf } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { putExpiring } from './put-expiring';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

// 10:00 in Beijing.
const NOW = new Date('2026-03-10T02:00:00Z');
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const put = (now = NOW) => putExpiring(systemCtx(test.db, { now }));

describe('a course that ends', () => {
  async function learner(endsAt: Date, options: { openedAt?: Date; revokedAt?: Date } = { openedAt: days(-20) }) {
    const student = await mintAccount(test.db);
    const course = await mintCourse(test.db, { name: 'Go 并发' });
    await mintPaidOrder(test.db, student.id, course, { startsAt: days(-20), endsAt, ...options });
    return { student, course };
  }

  it('within seven days is told of, once', async () => {
    const { student } = await learner(days(7));
    await mintBinding(test.db, student.id);
    await Promise.all([put(), put(), put()]);
    await put(days(1));
    const messages = await readMessages(test.db, student.id);
    expect(messages).toMatchObject([
      {
        status: 'queued',
        topic: 'study',
        title: '课程即将到期',
        content: { notice: 'course_expiring', facts: { course: 'Go 并发', endsOn: '2026-03-17' } },
      },
    ]);
    expect(await sendJobOf(test.db, messages[0]?.id ?? 0)).toEqual(NOW);
  });

  it('is told of again when it was prolonged', async () => {
    const { student, course } = await learner(days(2));
    await put();
    const more = { startsAt: days(2), endsAt: days(32) };
    await mintPaidOrder(test.db, student.id, course, more);
    await put(days(1));
    expect(await readMessages(test.db, student.id)).toHaveLength(1);
    await put(days(26));
    expect(await readMessages(test.db, student.id)).toHaveLength(2);
  });

  it.each([
    ['later', days(8), { openedAt: days(-20) }],
    ['over', days(-1), { openedAt: days(-20) }],
    ['never opened', days(3), {}],
    ['given back', days(3), { openedAt: days(-20), revokedAt: days(-2) }],
  ])('is not told of when it is %s', async (_, endsAt, options) => {
    const { student } = await learner(endsAt, options);
    await put();
    expect(await readMessages(test.db, student.id)).toEqual([]);
  });

  it('is not told to an account that is disabled', async () => {
    const { student } = await learner(days(3));
    await test.db.update(account).set({ disabledAt: NOW }).where(eq(account.id, student.id));
    await put();
    expect(await readMessages(test.db, student.id)).toEqual([]);
  });

  it('is told of to however many, set by set', async () => {
    const learners = await Promise.all(Array.from({ length: 5 }, () => learner(days(5))));
    // The others of this file lie in the same window: what counts is that nobody is left out and nobody told twice.
    await put();
    for (const { student } of learners) expect(await readMessages(test.db, student.id)).toHaveLength(1);
    expect(await put()).toBe(0);
    expect(await test.db.$count(enrolmentGrant)).toBeGreaterThan(5);
  });
});

describe('coupons that end', () => {
  it('within three days are told of in one message, once', async () => {
    const student = await mintAccount(test.db);
    await mintCouponRecord(test.db, student.id, { name: '新人券', validUntil: '2026-03-12' });
    await mintCouponRecord(test.db, student.id, { name: '周年券', validUntil: '2026-03-13' });
    await mintCouponRecord(test.db, student.id, { name: '明天券', validUntil: '2026-03-14' });
    await Promise.all([put(), put()]);
    const first = { coupon: '新人券', endsOn: '2026-03-12', count: 2 };
    expect(await readMessages(test.db, student.id)).toMatchObject([
      { topic: 'coupon', status: 'waiting_for_bind', content: { notice: 'coupon_expiring', facts: first } },
    ]);
    await put(days(1));
    await put(days(2));
    const second = { coupon: '明天券', endsOn: '2026-03-14', count: 1 };
    expect(await readMessages(test.db, student.id)).toMatchObject([
      { content: { facts: first } },
      { content: { facts: second } },
    ]);
  });

  it.each(['2026-03-09', '2026-03-14'])('until %s are not told of', async (validUntil) => {
    const student = await mintAccount(test.db);
    await mintCouponRecord(test.db, student.id, { validUntil });
    await put();
    expect(await readMessages(test.db, student.id)).toEqual([]);
  });
});
