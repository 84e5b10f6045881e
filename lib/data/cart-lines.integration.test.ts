import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { pricePolicy, product } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { mintAccount, mintCourse } from '@/tests/support/factories';
import { mintPaidOrder } from '@/tests/support/learning-factories';
import { readCartLines } from './cart-lines';

const NOW = new Date('2026-06-15T04:00:00Z');

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const entryOf = (minted: { id: number; policy: { id: number } }) => ({
  productId: minted.id,
  pricePolicyId: minted.policy.id,
  isSelected: true,
});

describe('readCartLines', () => {
  it('shows what the product costs now and the periods on offer, shortest first', async () => {
    const course = await mintCourse(db, {
      prices: [
        [90, 19900],
        [30, 9900],
      ],
    });
    const [long] = course.policies;
    await db
      .update(pricePolicy)
      .set({ withdrawnAt: NOW })
      .where(eq(pricePolicy.id, long?.id ?? 0));
    const [line] = await readCartLines(db, [entryOf(course)], { accountId: null, now: NOW });
    expect(line).toMatchObject({
      policy: { id: long?.id, validDays: 90, priceFen: 19900 },
      problem: 'policy_withdrawn',
      ownedUntil: null,
    });
    expect(line?.policies.map((policy) => policy.validDays)).toEqual([30]);
  });

  it('keeps the order of the cart and skips ids that name nothing or do not belong together', async () => {
    const [first, second] = [await mintCourse(db), await mintCourse(db)];
    await db.update(product).set({ status: 'offline' }).where(eq(product.id, first.id));
    const entries = [
      entryOf(second),
      { productId: first.id, pricePolicyId: second.policy.id, isSelected: true },
      { productId: 999_999_999, pricePolicyId: 1, isSelected: true },
      entryOf(first),
    ];
    const lines = await readCartLines(db, entries, { accountId: null, now: NOW });
    expect(lines.map((line) => [line.productId, line.problem])).toEqual([
      [second.id, null],
      [first.id, 'offline'],
    ]);
    expect(await readCartLines(db, [], { accountId: null, now: NOW })).toEqual([]);
  });

  it('says until which day an account has the product already, and nobody else', async () => {
    const [student, other, course] = [await mintAccount(db), await mintAccount(db), await mintCourse(db)];
    await mintPaidOrder(db, student.id, course, {
      startsAt: new Date('2026-06-01T00:00:00Z'),
      endsAt: new Date('2026-06-30T16:00:00Z'),
    });
    const until = async (accountId: number | null, now = NOW) =>
      (await readCartLines(db, [entryOf(course)], { accountId, now }))[0]?.ownedUntil;
    expect(await until(student.id)).toBe('2026-06-30');
    expect(await until(student.id, new Date('2026-07-01T00:00:00Z'))).toBeNull();
    expect(await until(other.id)).toBeNull();
    expect(await until(null)).toBeNull();
  });
});
