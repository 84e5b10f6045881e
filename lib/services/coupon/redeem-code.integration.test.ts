import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { couponCode, couponFamily, couponRecord } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { freshAddress } from '@/tests/support/account-factories';
import { mintCode, mintCoupon } from '@/tests/support/coupon-factories';
import { mintAccount, only, studentCtx } from '@/tests/support/factories';
import { redeemCode } from './redeem-code';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const byCode = { channel: 'code' as const };

async function redeem(code: string, student?: { id: number }) {
  const ctx = studentCtx(db, student ?? (await mintAccount(db)));
  return redeemCode(ctx, { code, address: freshAddress() });
}

async function counted(code: string) {
  const row = only(await db.select().from(couponCode).where(eq(couponCode.code, code)));
  const copies = await db.select().from(couponRecord).where(eq(couponRecord.codeId, row.id));
  return { uses: row.uses, copies: copies.length };
}

describe('redeem-code', () => {
  it('puts a copy into the wallet that knows its code', async () => {
    const code = await mintCode(db, await mintCoupon(db, { columns: byCode }));
    expect(await redeem(code)).toMatchObject({ ok: true });
    expect(await counted(code)).toEqual({ uses: 1, copies: 1 });
  });

  it('is good for one of 20 who type a single-use code at once', async () => {
    const code = await mintCode(db, await mintCoupon(db, { columns: byCode }));
    const results = await Promise.all(Array.from({ length: 20 }, () => redeem(code)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(new Set(results.flatMap((result) => (result.ok ? [] : [result.error.code])))).toEqual(
      new Set(['CODE_USED_UP']),
    );
    expect(await counted(code)).toEqual({ uses: 1, copies: 1 });
  });

  it('is shared as often as it says, also by one account up to its limit', async () => {
    const minted = await mintCoupon(db, { columns: byCode, family: { perAccountLimit: 2 } });
    const code = await mintCode(db, minted, 3);
    const student = await mintAccount(db);
    const own = await Promise.all(Array.from({ length: 5 }, () => redeem(code, student)));
    expect(own.filter((result) => result.ok)).toHaveLength(2);
    expect((await Promise.all([redeem(code), redeem(code)])).filter((result) => result.ok)).toHaveLength(1);
    expect(await counted(code)).toEqual({ uses: 3, copies: 3 });
  });

  it('uses no code up when the copies are gone', async () => {
    const minted = await mintCoupon(db, { columns: byCode, family: { quantity: 1 } });
    const codes = await Promise.all(Array.from({ length: 8 }, () => mintCode(db, minted)));
    const results = await Promise.all(codes.map((code) => redeem(code)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const uses = await db.select().from(couponCode).where(eq(couponCode.couponId, minted.id));
    expect(uses.reduce((sum, { uses: times }) => sum + times, 0)).toBe(1);
    const family = only(await db.select().from(couponFamily).where(eq(couponFamily.id, minted.familyId)));
    expect(family.claimed).toBe(1);
  });

  it('says why not, beside the field', async () => {
    const code = async (columns: Parameters<typeof mintCoupon>[1]) => mintCode(db, await mintCoupon(db, columns));
    const stopped = await code({ columns: { ...byCode, stoppedAt: new Date() } });
    expect(await redeem(stopped)).toMatchObject({ error: { code: 'COUPON_STOPPED', field: 'voucher' } });
    const over = await code({ columns: { ...byCode, claimUntil: '2020-01-02' } });
    expect(await redeem(over)).toMatchObject({ error: { code: 'COUPON_OVER', field: 'voucher' } });
    const granted = await code({ columns: { channel: 'grant' } });
    expect(await redeem(granted)).toMatchObject({ error: { code: 'CODE_WRONG', field: 'voucher' } });
  });

  it('answers ten wrong codes a minute, and after those not even a right one', async () => {
    const right = await mintCode(db, await mintCoupon(db, { columns: byCode }));
    const student = await mintAccount(db);
    const answers = [];
    for (let guess = 1; guess <= 11; guess += 1) answers.push(await redeem('NO-SUCH-CODE', student));
    expect(answers.map((answer) => !answer.ok && answer.error.code)).toEqual([
      ...Array.from({ length: 10 }, () => 'CODE_WRONG'),
      'THROTTLED',
    ]);
    expect(await redeem(right, student)).toMatchObject({ error: { code: 'THROTTLED' } });
    expect(await redeem(right)).toMatchObject({ ok: true });
  });
});
