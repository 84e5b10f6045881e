import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { account, cacheTag, coupon, couponFamily, couponRecord } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { cacheTags } from '@/lib/cache-tags';
import { mintCode, mintCoupon } from '@/tests/support/coupon-factories';
import { mintAccount, only, studentCtx } from '@/tests/support/factories';
import { spiedDatabase } from '@/tests/support/spied-database';
import { claimCoupon } from './claim-coupon';
import { takeCopy } from './take-copy';

let db: Database;
let url: string;
beforeAll(async () => {
  ({ db, url } = await testDatabase());
});

const copiesOf = (familyId: number) =>
  db.select().from(couponRecord).where(eq(couponRecord.familyId, familyId)).orderBy(couponRecord.ordinal);

const familyOf = async (id: number) => only(await db.select().from(couponFamily).where(eq(couponFamily.id, id)));

const repeated = (times: number) => Array.from({ length: times }, (_, index) => index);

async function claimAt(minted: { id: number }, now: Date) {
  return claimCoupon(studentCtx(db, await mintAccount(db), { now }), { couponId: minted.id });
}

describe('claim-coupon', () => {
  it('puts a copy into the wallet and counts it', async () => {
    const [student, minted] = [await mintAccount(db), await mintCoupon(db, { family: { quantity: 3 } })];
    const claimed = await claimCoupon(studentCtx(db, student), { couponId: minted.id });
    expect(claimed).toMatchObject({ ok: true, value: { name: minted.name, validUntil: '2099-12-31' } });
    expect(await copiesOf(minted.familyId)).toMatchObject([
      { accountId: student.id, couponId: minted.id, ordinal: 1, status: 'unused', source: 'claim', codeId: null },
    ]);
    expect(await familyOf(minted.familyId)).toMatchObject({ claimed: 1, quantity: 3 });
  });

  it('gives the last copy to exactly one of 50 accounts', async () => {
    const minted = await mintCoupon(db, { family: { quantity: 1 } });
    const students = await Promise.all(repeated(50).map(() => mintAccount(db)));
    const results = await Promise.all(
      students.map((student) => claimCoupon(studentCtx(db, student), { couponId: minted.id })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(new Set(results.flatMap((result) => (result.ok ? [] : [result.error.code])))).toEqual(
      new Set(['COUPON_SOLD_OUT']),
    );
    expect(await copiesOf(minted.familyId)).toHaveLength(1);
    expect(await familyOf(minted.familyId)).toMatchObject({ claimed: 1 });
  });

  it('keeps the limit of an account under 20 parallel claims', async () => {
    const minted = await mintCoupon(db, { family: { perAccountLimit: 3 } });
    const ctx = studentCtx(db, await mintAccount(db));
    const results = await Promise.all(repeated(20).map(() => claimCoupon(ctx, { couponId: minted.id })));
    expect(results.filter((result) => result.ok)).toHaveLength(3);
    expect(results.flatMap((result) => (result.ok ? [] : [result.error.code]))).toEqual(
      repeated(17).map(() => 'COUPON_LIMIT_REACHED'),
    );
    expect((await copiesOf(minted.familyId)).map((copy) => copy.ordinal)).toEqual([1, 2, 3]);
    expect(await familyOf(minted.familyId)).toMatchObject({ claimed: 3 });
  });

  it('expires the cached pages when the last copy is gone, and not before', async () => {
    const version = async () => {
      const [row] = await db.select().from(cacheTag).where(eq(cacheTag.tag, cacheTags.coupons));
      return row?.version ?? 0;
    };
    const minted = await mintCoupon(db, { family: { quantity: 2 } });
    const before = await version();
    await claimAt(minted, new Date());
    expect(await version()).toBe(before);
    await claimAt(minted, new Date());
    expect(await version()).toBe(before + 1);
  });

  it('is one statement, by click and by code', async () => {
    const spied = spiedDatabase(url);
    const minted = await mintCoupon(db, { family: { quantity: 5 } });
    const code = await mintCode(db, minted);
    const [one, other] = [await mintAccount(db), await mintAccount(db)];
    const byClick = () => takeCopy(studentCtx(spied.db, one), { couponId: minted.id });
    expect(await spied.during(byClick)).toHaveLength(1);
    expect(await spied.during(() => takeCopy(studentCtx(spied.db, other), { code }))).toHaveLength(1);
    expect(await copiesOf(minted.familyId)).toHaveLength(2);
  });
});

describe('the days of a claim, in Shanghai', () => {
  const june = { claimFrom: '2026-06-10', claimUntil: '2026-06-12' };

  it.each([
    ['2026-06-09T15:59:59.999Z', 'COUPON_NOT_STARTED'],
    ['2026-06-09T16:00:00.000Z', null],
    ['2026-06-12T15:59:59.999Z', null],
    ['2026-06-12T16:00:00.000Z', 'COUPON_OVER'],
  ])('at %s: %s', async (instant, code) => {
    const claimed = await claimAt(await mintCoupon(db, { columns: june }), new Date(instant));
    expect(claimed.ok ? null : claimed.error.code).toBe(code);
  });

  it('count the day of the claim as the first of the days of use', async () => {
    const days = { validFrom: null, validUntil: null };
    const claim = async (validDaysAfterClaim: number) =>
      claimAt(
        await mintCoupon(db, { columns: { ...days, validDaysAfterClaim } }),
        // 00:00:01 of the 15th in Shanghai.
        new Date('2026-06-14T16:00:01Z'),
      );
    expect(await claim(1)).toMatchObject({ value: { validFrom: '2026-06-15', validUntil: '2026-06-15' } });
    expect(await claim(30)).toMatchObject({ value: { validFrom: '2026-06-15', validUntil: '2026-07-14' } });
  });

  it('are over when what is left could not be used any more', async () => {
    const minted = await mintCoupon(db, { validFrom: '2026-06-01', validUntil: '2026-06-10', columns: june });
    expect(await claimAt(minted, new Date('2026-06-11T00:00:00Z'))).toMatchObject({ error: { code: 'COUPON_OVER' } });
  });
});

describe('what cannot be claimed', () => {
  it.each([
    ['stopped', { stoppedAt: new Date() }, 'COUPON_STOPPED'],
    ['superseded', { supersededAt: new Date() }, 'COUPON_STOPPED'],
    ['for a code', { channel: 'code' as const }, 'NOT_FOUND'],
    ['granted only', { channel: 'grant' as const }, 'NOT_FOUND'],
  ])('%s', async (_what, columns, code) => {
    const minted = await mintCoupon(db, { columns });
    expect(await claimAt(minted, new Date())).toMatchObject({ ok: false, error: { code } });
    expect(await familyOf(minted.familyId)).toMatchObject({ claimed: 0 });
  });

  it('by a disabled account: anything; by anyone: what does not exist', async () => {
    const [student, minted] = [await mintAccount(db), await mintCoupon(db)];
    expect(await claimCoupon(studentCtx(db, student), { couponId: 999_999_999 })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    await db.update(account).set({ disabledAt: new Date() }).where(eq(account.id, student.id));
    expect(await claimCoupon(studentCtx(db, student), { couponId: minted.id })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    expect(await copiesOf(minted.familyId)).toEqual([]);
  });

  it('has a new version begin where the old one stopped: quantity and limit go on', async () => {
    const first = await mintCoupon(db, { family: { quantity: 2 } });
    const [early, late] = [await mintAccount(db), await mintAccount(db)];
    await claimCoupon(studentCtx(db, early), { couponId: first.id });
    await db.update(coupon).set({ supersededAt: new Date() }).where(eq(coupon.id, first.id));
    const { id: _id, ...columns } = first;
    const second = only(
      await db
        .insert(coupon)
        .values({ ...columns, version: 2 })
        .returning(),
    );
    const claim = (student: { id: number }) => claimCoupon(studentCtx(db, student), { couponId: second.id });
    expect(await claim(early)).toMatchObject({ error: { code: 'COUPON_LIMIT_REACHED' } });
    expect(await claim(late)).toMatchObject({ ok: true });
    expect(await claimAt(second, new Date())).toMatchObject({ error: { code: 'COUPON_SOLD_OUT' } });
    const kept = await db
      .select()
      .from(couponRecord)
      .where(and(eq(couponRecord.familyId, first.familyId), eq(couponRecord.accountId, early.id)));
    expect(kept.map((copy) => copy.couponId)).toEqual([first.id]);
  });

  /** Claims while another transaction holds the family's row and changes the rule: nothing of the old rule gets out. */
  async function claimDuring(minted: { id: number; familyId: number }, change: Partial<typeof coupon.$inferInsert>) {
    const ctx = studentCtx(db, await mintAccount(db));
    let claim: ReturnType<typeof claimCoupon> | undefined;
    await db.transaction(async (tx) => {
      await tx.select().from(couponFamily).where(eq(couponFamily.id, minted.familyId)).for('no key update');
      claim = claimCoupon(ctx, { couponId: minted.id });
      await waitForLock();
      await tx.update(coupon).set(change).where(eq(coupon.id, minted.id));
    });
    return claim;
  }

  async function waitForLock(): Promise<void> {
    for (;;) {
      const [row] = await db.execute<{ waiting: number }>(
        sql`select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (row && row.waiting > 0) return;
    }
  }

  it('is refused when it stopped, and promises what it does now when it changed, while the claim was waiting', async () => {
    const stopped = await mintCoupon(db);
    expect(await claimDuring(stopped, { stoppedAt: new Date() })).toMatchObject({ error: { code: 'COUPON_STOPPED' } });
    expect(await familyOf(stopped.familyId)).toMatchObject({ claimed: 0 });
    const changed = await mintCoupon(db);
    expect(await claimDuring(changed, { validUntil: '2088-01-01' })).toMatchObject({
      ok: true,
      value: { validUntil: '2088-01-01' },
    });
  });

  it('keeps a coupon with codes from being claimed by click unless it is in the centre', async () => {
    const minted = await mintCoupon(db);
    await mintCode(db, minted);
    expect(await claimAt(minted, new Date())).toMatchObject({ ok: true });
  });
});
