import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCouponFields } from '@/db/queries/coupon-fields';
import { auditLog, cacheTag, coupon, couponCode, couponFamily, couponRecord } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { CouponInput } from '@/lib/domain/coupon-form';
import { fen } from '@/lib/domain/money';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { claimCoupon } from '@/lib/services/coupon/claim-coupon';
import type { Ctx } from '@/lib/services/ctx';
import { adminCtx } from '@/tests/support/account-factories';
import { mintAccount, mintCourse, only, studentCtx, unique } from '@/tests/support/factories';
import { changeCoupon } from './change-coupon';
import { createCoupon } from './create-coupon';
import { stopCoupon } from './stop-coupon';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const TODAY = shanghaiDay(new Date());

const form = (part: Partial<CouponInput> = {}): CouponInput => ({
  name: unique('券'),
  brief: '',
  kind: 'fixed',
  channel: 'centre',
  product: null,
  valueFen: fen(2000),
  minimumFen: null,
  offPercent: null,
  maxDiscountFen: null,
  quantity: 10,
  perAccountLimit: 1,
  claimFrom: TODAY,
  claimUntil: '2099-12-31',
  validFrom: TODAY,
  validUntil: '2099-12-31',
  validDaysAfterClaim: null,
  ...part,
});

async function made(ctx: Ctx, input = form()): Promise<number> {
  const created = await createCoupon(ctx, input);
  if (!created.ok) throw new Error(created.error.code);
  return created.value;
}

const versionsOf = (familyId: number) =>
  test.db.select().from(coupon).where(eq(coupon.familyId, familyId)).orderBy(asc(coupon.version));
const familyOf = async (id: number) => only(await test.db.select().from(couponFamily).where(eq(couponFamily.id, id)));
const currentOf = async (familyId: number) => (await versionsOf(familyId)).at(-1)?.id ?? 0;
const auditOf = (familyId: number) =>
  test.db
    .select({ action: auditLog.action, before: auditLog.before, after: auditLog.after })
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, 'coupon'), eq(auditLog.subjectId, String(familyId))))
    .orderBy(asc(auditLog.id));
const tagVersion = async (tag: string) =>
  (await test.db.select().from(cacheTag).where(eq(cacheTag.tag, tag)))[0]?.version ?? 0;

/** An edit as the page sends it: with what it was filled with. */
async function edit(familyId: number, input: CouponInput, copies: boolean) {
  const fields = await readCouponFields(test.db, familyId);
  return { id: familyId, version: fields?.version ?? '', copies, input };
}
const claim = async (familyId: number) => {
  const student = await mintAccount(test.db);
  const claimed = await claimCoupon(studentCtx(test.db, student), { couponId: await currentOf(familyId) });
  expect(claimed.ok).toBe(true);
  return student;
};

describe('a new coupon', () => {
  it('is the first version of its family, bound by a slug, in the log and on the pages', async () => {
    const [admin, course] = [await adminCtx(test.db), await mintCourse(test.db)];
    const before = [await tagVersion('coupons'), await tagVersion(`product:${course.slug}`)];
    const id = await made(admin, form({ product: course.slug, perAccountLimit: 2 }));
    expect(await familyOf(id)).toMatchObject({ quantity: 10, claimed: 0, perAccountLimit: 2 });
    expect(await versionsOf(id)).toMatchObject([{ version: 1, productId: course.id, supersededAt: null }]);
    expect(await auditOf(id)).toMatchObject([{ action: 'coupon.create', before: null }]);
    expect([await tagVersion('coupons'), await tagVersion(`product:${course.slug}`)]).toEqual(
      before.map((version) => version + 1),
    );
  });

  it('is not made for a product nobody knows', async () => {
    const families = await test.db.$count(couponFamily);
    expect(await createCoupon(await adminCtx(test.db), form({ product: 'no-such-course' }))).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', field: 'product' },
    });
    expect(await test.db.$count(couponFamily)).toBe(families);
  });
});

describe('changing a coupon', () => {
  it('nobody has a copy of changes it in place', async () => {
    const admin = await adminCtx(test.db);
    const id = await made(admin);
    const done = await changeCoupon(admin, await edit(id, form({ name: '改', valueFen: fen(3000) }), false));
    expect(done).toEqual({ ok: true, value: { version: 1 } });
    expect(await versionsOf(id)).toMatchObject([{ version: 1, name: '改', valueFen: 3000 }]);
    expect((await auditOf(id)).at(-1)).toMatchObject({
      action: 'coupon.change',
      after: expect.stringContaining('"valueFen":3000'),
    });
  });

  it('people have copies of makes the next version; copies, quantity, limits and codes go on', async () => {
    const admin = await adminCtx(test.db);
    const input = form({ quantity: 2 });
    const id = await made(admin, input);
    const first = await currentOf(id);
    await test.db.insert(couponCode).values({ couponId: first, code: unique('K').toUpperCase() });
    const student = await claim(id);

    const changed = { ...input, valueFen: fen(500) };
    expect(await changeCoupon(admin, await edit(id, changed, true))).toEqual({ ok: true, value: { version: 2 } });
    const [old, now] = await versionsOf(id);
    expect([old?.valueFen, old?.supersededAt, now?.valueFen, now?.supersededAt]).toEqual([
      2000,
      expect.any(Date),
      500,
      null,
    ]);
    expect(await test.db.select().from(couponRecord).where(eq(couponRecord.familyId, id))).toMatchObject([
      { couponId: first, accountId: student.id },
    ]);
    expect(await test.db.$count(couponCode, eq(couponCode.couponId, now?.id ?? 0))).toBe(1);
    expect((await auditOf(id)).at(-1)).toMatchObject({
      action: 'coupon.new-version',
      before: '{"valueFen":2000,"ruleVersion":1}',
      after: '{"valueFen":500,"ruleVersion":2}',
    });

    const ctx = studentCtx(test.db, student);
    const again = await claimCoupon(ctx, { couponId: now?.id ?? 0 });
    expect(again).toMatchObject({ ok: false, error: { code: 'COUPON_LIMIT_REACHED' } });
    expect(await claimCoupon(ctx, { couponId: first })).toMatchObject({ ok: false, error: { code: 'COUPON_STOPPED' } });
    await claim(id);
    const late = await claimCoupon(studentCtx(test.db, await mintAccount(test.db)), { couponId: now?.id ?? 0 });
    expect(late).toMatchObject({ ok: false, error: { code: 'COUPON_SOLD_OUT' } });
  });

  it('in what nobody was promised stays the same version', async () => {
    const admin = await adminCtx(test.db);
    const input = form();
    const id = await made(admin, input);
    await claim(id);
    const part = { channel: 'grant', quantity: null, perAccountLimit: 5, claimUntil: '2098-01-01' } as const;
    expect(await changeCoupon(admin, await edit(id, { ...input, ...part }, true))).toMatchObject({
      value: { version: 1 },
    });
    expect(await versionsOf(id)).toMatchObject([{ channel: 'grant', claimUntil: '2098-01-01' }]);
    expect(await familyOf(id)).toMatchObject({ quantity: null, perAccountLimit: 5, claimed: 1 });
  });

  it('never has fewer copies than were given', async () => {
    const admin = await adminCtx(test.db);
    const input = form();
    const id = await made(admin, input);
    await claim(id);
    await claim(id);
    expect(await changeCoupon(admin, await edit(id, { ...input, quantity: 1 }, true))).toMatchObject({
      error: { code: 'INVALID_INPUT', field: 'quantity' },
    });
    expect(await changeCoupon(admin, await edit(id, { ...input, quantity: 2 }, true))).toMatchObject({ ok: true });
  });

  it('asks again when the first copy was given while the form was open', async () => {
    const admin = await adminCtx(test.db);
    const input = form();
    const id = await made(admin, input);
    const sent = await edit(id, { ...input, valueFen: fen(1) }, false);
    await claim(id);
    expect(await changeCoupon(admin, sent)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await versionsOf(id)).toMatchObject([{ version: 1, valueFen: 2000 }]);
    expect(await changeCoupon(admin, { ...sent, copies: true })).toMatchObject({ value: { version: 2 } });
  });

  it('that somebody else changed meanwhile says in what', async () => {
    const admin = await adminCtx(test.db);
    const input = form();
    const id = await made(admin, input);
    const [mine, theirs] = [
      await edit(id, { ...input, valueFen: fen(1) }, false),
      await edit(id, { ...input, valueFen: fen(2), quantity: 99 }, false),
    ];
    expect(await changeCoupon(await adminCtx(test.db), theirs)).toMatchObject({ ok: true });
    expect(await changeCoupon(admin, mine)).toMatchObject({
      error: { code: 'CONFLICT', detail: expect.stringContaining('减免金额（分）、数量') },
    });
    expect(await changeCoupon(admin, { ...mine, id: 999_999_999 })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('while 20 claim gives every copy the promise of its version, and none too many', async () => {
    const admin = await adminCtx(test.db);
    const input = form({ quantity: 12 });
    const id = await made(admin, input);
    const couponId = await currentOf(id);
    const students = await Promise.all(Array.from({ length: 20 }, () => mintAccount(test.db)));
    const sent = await edit(id, { ...input, valueFen: fen(1) }, true);
    const [changed, ...claims] = await Promise.all([
      changeCoupon(admin, sent),
      ...students.map((student) => claimCoupon(studentCtx(test.db, student), { couponId })),
    ]);
    expect(changed.ok).toBe(true);
    const records = await test.db.select().from(couponRecord).where(eq(couponRecord.familyId, id));
    expect(records).toHaveLength(claims.filter(({ ok }) => ok).length);
    expect(await familyOf(id)).toMatchObject({ claimed: records.length });
    expect(records.length).toBeLessThanOrEqual(12);
  });
});

describe('stopping a coupon', () => {
  it('ends giving, once; a new version stays stopped', async () => {
    const admin = await adminCtx(test.db);
    const input = form();
    const id = await made(admin, input);
    const student = await claim(id);
    expect(await stopCoupon(admin, { id })).toEqual({ ok: true, value: null });
    expect(await stopCoupon(admin, { id })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await stopCoupon(admin, { id: 999_999_999 })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const late = await claimCoupon(studentCtx(test.db, await mintAccount(test.db)), { couponId: await currentOf(id) });
    expect(late).toMatchObject({ error: { code: 'COUPON_STOPPED' } });
    expect(await test.db.$count(couponRecord, eq(couponRecord.accountId, student.id))).toBe(1);
    await changeCoupon(admin, await edit(id, { ...input, valueFen: fen(1) }, true));
    expect(await versionsOf(id)).toMatchObject([{}, { version: 2, stoppedAt: expect.any(Date) }]);
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      'coupon.create',
      'coupon.stop',
      'coupon.new-version',
    ]);
  });
});
