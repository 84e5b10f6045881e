import { eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { account, couponFamily, couponRecord } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { adminCtx } from '@/tests/support/account-factories';
import { mintCoupon } from '@/tests/support/coupon-factories';
import { mintAccount, only, studentCtx } from '@/tests/support/factories';
import { claimCoupon } from './claim-coupon';
import { grantCoupons } from './grant-coupons';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

async function grant(couponId: number, accountIds: readonly number[]) {
  const ctx = await adminCtx(db);
  const granted = await db.transaction(async (tx) => grantCoupons({ ...ctx, db: tx }, { couponId, accountIds }));
  return granted.ok ? [...granted.value] : granted.error.code;
}

const students = (count: number) => Promise.all(Array.from({ length: count }, () => mintAccount(db)));
const claimedOf = async (familyId: number) =>
  only(await db.select().from(couponFamily).where(eq(couponFamily.id, familyId))).claimed;

describe('grant-coupons', () => {
  it('gives each a copy once, before the window too, and passes over whom it cannot', async () => {
    const minted = await mintCoupon(db, {
      columns: { channel: 'grant', claimFrom: '2090-01-01', validFrom: null, validUntil: null, validDaysAfterClaim: 7 },
    });
    const [one, other, disabled] = await students(3);
    if (!one || !other || !disabled) throw new Error('three were minted');
    await db.update(account).set({ disabledAt: new Date() }).where(eq(account.id, disabled.id));
    await grant(minted.id, [other.id]);
    expect(await grant(minted.id, [disabled.id, one.id, one.id, other.id, 999_999_999])).toEqual([
      [disabled.id, 'disabled'],
      [one.id, 'granted'],
      [other.id, 'limit_reached'],
    ]);
    const copies = await db
      .select()
      .from(couponRecord)
      .where(inArray(couponRecord.accountId, [one.id, other.id]));
    expect(copies.map(({ source, ordinal }) => [source, ordinal])).toEqual([
      ['grant', 1],
      ['grant', 1],
    ]);
    expect(await claimedOf(minted.familyId)).toBe(2);
  });

  it('gives the last copies to the first of the list', async () => {
    const minted = await mintCoupon(db, { family: { quantity: 2 } });
    const ids = (await students(3)).map((student) => student.id);
    const granted = await grant(minted.id, ids);
    expect(granted).toEqual(ids.map((id, index) => [id, index < 2 ? 'granted' : 'sold_out']));
  });

  it('never gives more than there are to those who claim and are granted at once', async () => {
    const minted = await mintCoupon(db, { family: { quantity: 20 } });
    const all = await students(40);
    const ids = all.map((student) => student.id);
    await Promise.all([
      grant(minted.id, ids.slice(0, 15)),
      grant(minted.id, ids.slice(5, 25)),
      ...all.map((student) => claimCoupon(studentCtx(db, student), { couponId: minted.id })),
    ]);
    const copies = await db.select().from(couponRecord).where(eq(couponRecord.familyId, minted.familyId));
    expect(copies).toHaveLength(20);
    expect(new Set(copies.map((copy) => copy.accountId)).size).toBe(20);
    expect(await claimedOf(minted.familyId)).toBe(20);
  });

  it('gives 5 000 accounts their copies in one transaction', async () => {
    const minted = await mintCoupon(db);
    const rows = Array.from({ length: 5000 }, (_, index) => ({
      username: `many-${minted.id}-${index}`,
      nickname: '多',
      passwordHash: 'no password',
    }));
    const made = await db.insert(account).values(rows).returning({ id: account.id });
    const ids = made.map((row) => row.id);
    expect(await grant(minted.id, ids)).toEqual(ids.map((id) => [id, 'granted']));
    expect(await claimedOf(minted.familyId)).toBe(5000);
  });

  it.each([
    ['stopped', { stoppedAt: new Date() }, 'COUPON_STOPPED'],
    ['superseded', { supersededAt: new Date() }, 'COUPON_STOPPED'],
    ['over', { validUntil: '2020-01-02' }, 'COUPON_OVER'],
  ])('refuses a coupon that is %s', async (_what, columns, code) => {
    const [minted, student] = [await mintCoupon(db, { columns }), await mintAccount(db)];
    expect(await grant(minted.id, [student.id])).toBe(code);
    expect(await grant(999_999_999, [student.id])).toBe('NOT_FOUND');
  });
});
