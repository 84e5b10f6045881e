import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGrantPlan } from '@/db/queries/grant-plan';
import {
  account,
  auditLog,
  coupon,
  couponCode,
  couponFamily,
  couponGrant,
  couponRecord,
  enrolmentForm,
} from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { CouponChannel } from '@/lib/domain/coupon-kinds';
import type { AccountCtx } from '@/lib/services/ctx';
import { adminCtx } from '@/tests/support/account-factories';
import { mintCoupon } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse, only, unique } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { confirmGrant } from './confirm-grant';
import { generateCodes } from './generate-codes';
import { prepareGrant } from './prepare-grant';
import { stopCoupon } from './stop-coupon';

let test: TestDatabase;
let admin: AccountCtx;
beforeAll(async () => {
  test = await testDatabase();
  admin = await adminCtx(test.db);
});
afterAll(() => test.db.$client.end());

/** Whose claim window is over: grants do not mind. */
async function mintFamily(quantity: number | null = null, perAccountLimit = 1, channel: CouponChannel = 'grant') {
  const columns = { channel, claimUntil: '2020-12-31' };
  return (await mintCoupon(test.db, { columns, family: { quantity, perAccountLimit } })).familyId;
}

async function prepared(id: number, lines: readonly string[]) {
  const result = await prepareGrant(admin, { id, list: lines.join('\n') });
  if (!result.ok) throw new Error(result.error.code);
  const plan = await readGrantPlan(test.db, id, result.value.grantId);
  if (!plan) throw new Error('no plan');
  return { grantId: result.value.grantId, plan, problems: plan.grant.problems };
}
const mintMany = (count: number) => Promise.all(Array.from({ length: count }, () => mintAccount(test.db)));
const copiesOf = (id: number) => test.db.$count(couponRecord, eq(couponRecord.familyId, id));
const grantAudits = (id: number) =>
  test.db.$count(auditLog, and(eq(auditLog.action, 'coupon.grant'), eq(auditLog.subjectId, String(id))));

async function giveForm(accountId: number, phone: string) {
  const order = await mintPendingOrder(test.db, accountId, [{ product: await mintCourse(test.db) }]);
  await test.db
    .insert(enrolmentForm)
    .values({ orderId: order.id, accountId, name: '某', phone, education: 'bachelor', goal: '学' });
}

describe('a list of accounts', () => {
  it('is read by username, e-mail and phone, and bad lines are named by number', async () => {
    const id = await mintFamily();
    const [byName, byMail, byPhone, twin] = await mintMany(4);
    if (!byName || !byMail || !byPhone || !twin) throw new Error('not minted');
    const [mail, phone, shared] = [`${unique('m')}@example.com`, phoneNumber(), phoneNumber()];
    await test.db.update(account).set({ email: mail }).where(eq(account.id, byMail.id));
    await giveForm(byPhone.id, phone);
    await giveForm(byPhone.id, shared);
    await giveForm(twin.id, shared);
    const { plan, problems } = await prepared(id, [
      '\ufeff用户名',
      byName.username.toUpperCase(),
      '',
      mail.toUpperCase(),
      `+86 ${phone}`,
      'nobody-at-all',
      byName.username,
      shared,
      'x'.repeat(300),
      `${'x'.repeat(99)}😀 nobody`,
    ]);
    expect(plan.grant.accountIds).toEqual([byName.id, byMail.id, byPhone.id]);
    expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
      [6, 'unknown'],
      [7, 'repeated'],
      [8, 'ambiguous'],
      [9, 'too_long'],
      [10, 'unknown'],
    ]);
    expect(await copiesOf(id)).toBe(0);
  });

  it('never takes a username for somebody else’s phone', async () => {
    const id = await mintFamily();
    const [owner, impostor] = await mintMany(2);
    if (!owner || !impostor) throw new Error('not minted');
    const phone = phoneNumber();
    await giveForm(owner.id, phone);
    await test.db.update(account).set({ username: phone }).where(eq(account.id, impostor.id));
    expect((await prepared(id, [phone])).problems).toMatchObject([{ line: 1, problem: 'ambiguous' }]);
  });

  it('may be neither empty nor too long, nor of a coupon that is not there', async () => {
    const id = await mintFamily();
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`).join('\n');
    expect(await prepareGrant(admin, { id, list: 'username\n\n' })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await prepareGrant(admin, { id, list: lines(5001) })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await prepareGrant(admin, { id, list: lines(5000) })).toMatchObject({ ok: true });
    expect(await prepareGrant(admin, { id: 999_999_999, list: 'a' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('nobody went on with is forgotten after a day', async () => {
    const id = await mintFamily();
    const { grantId } = await prepared(id, ['nobody']);
    const later = { ...admin, now: new Date(admin.now.getTime() + 25 * 3_600_000) };
    await prepareGrant(later, { id, list: 'nobody' });
    expect(await test.db.$count(couponGrant, eq(couponGrant.id, grantId))).toBe(0);
  });
});

const phoneNumber = () => `13${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;

describe('a grant', () => {
  it('gives exactly what was shown, whatever the claim window, and once', async () => {
    const id = await mintFamily(3);
    const [a, b, c, d, closed] = await mintMany(5);
    if (!a || !b || !c || !d || !closed) throw new Error('not minted');
    await test.db.update(account).set({ disabledAt: new Date() }).where(eq(account.id, closed.id));
    const first = await prepared(id, [a.username]);
    expect(await confirmGrant(admin, { id, grantId: first.grantId, seen: first.plan.digest })).toMatchObject({
      value: { granted: 1 },
    });
    const { grantId, plan } = await prepared(
      id,
      [a, b, closed, c, d].map(({ username }) => username),
    );
    expect(plan.plan.map(({ outcome }) => outcome)).toEqual([
      'limit_reached',
      'granted',
      'disabled',
      'granted',
      'sold_out',
    ]);
    const input = { id, grantId, seen: plan.digest };
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirmGrant(admin, input)));
    expect(answers).toEqual(Array.from({ length: 8 }, () => ({ ok: true, value: { granted: 2 } })));
    expect(await copiesOf(id)).toBe(3);
    expect(await grantAudits(id)).toBe(2);
    expect(only(await test.db.select().from(couponFamily).where(eq(couponFamily.id, id))).claimed).toBe(3);
    const given = await test.db.select().from(couponRecord).where(eq(couponRecord.familyId, id));
    expect(new Set(given.map(({ source }) => source))).toEqual(new Set(['grant']));
  });

  it('is refused whole when others would get one than those who were shown', async () => {
    const id = await mintFamily(2);
    const [a, b, rival] = await mintMany(3);
    if (!a || !b || !rival) throw new Error('not minted');
    const shown = await prepared(id, [a.username, b.username]);
    const quicker = await prepared(id, [rival.username]);
    await confirmGrant(admin, { id, grantId: quicker.grantId, seen: quicker.plan.digest });
    const input = { id, grantId: shown.grantId, seen: shown.plan.digest };
    expect(await confirmGrant(admin, input)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await copiesOf(id)).toBe(1);
    const now = await readGrantPlan(test.db, id, shown.grantId);
    expect(await confirmGrant(admin, { ...input, seen: now?.digest ?? '' })).toMatchObject({ value: { granted: 1 } });
    expect(await copiesOf(id)).toBe(2);
  });

  it('of a coupon that was stopped, or is another’s, or for nobody, gives nothing', async () => {
    const [id, other] = [await mintFamily(), await mintFamily()];
    const person = await mintAccount(test.db);
    const { grantId, plan } = await prepared(id, [person.username]);
    expect(await confirmGrant(admin, { id: other, grantId, seen: plan.digest })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    const nobody = await prepared(id, ['nobody']);
    expect(await confirmGrant(admin, { id, grantId: nobody.grantId, seen: nobody.plan.digest })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    await stopCoupon(admin, { id });
    expect(await confirmGrant(admin, { id, grantId, seen: plan.digest })).toMatchObject({
      error: { code: 'COUPON_STOPPED' },
    });
    expect([await copiesOf(id), await copiesOf(other)]).toEqual([0, 0]);
  });

  it('of 5000 goes in one piece', async () => {
    const id = await mintFamily();
    const prefix = unique('many').replaceAll('-', '');
    const names = Array.from({ length: 5000 }, (_, index) => `${prefix}${index}`);
    await test.db
      .insert(account)
      .values(names.map((username) => ({ username, nickname: username, passwordHash: 'no password' })));
    const { grantId, plan } = await prepared(id, names);
    expect(await confirmGrant(admin, { id, grantId, seen: plan.digest })).toMatchObject({ value: { granted: 5000 } });
    expect(await copiesOf(id)).toBe(5000);
  });
});

describe('codes', () => {
  const codesOf = async (id: number) =>
    (
      await test.db
        .select({ code: couponCode.code, maxUses: couponCode.maxUses })
        .from(couponCode)
        .innerJoin(coupon, eq(coupon.id, couponCode.couponId))
        .where(eq(coupon.familyId, id))
    ).map(({ code, maxUses }) => ({ code, maxUses }));

  it('are generated once a form, each another', async () => {
    const id = await mintFamily(null, 1, 'code');
    const input = { id, batchId: randomUUID(), mode: 'single', count: 1000 } as const;
    const answers = await Promise.all(Array.from({ length: 5 }, () => generateCodes(admin, input)));
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { generated: 1000 } })));
    const codes = await codesOf(id);
    expect(codes).toHaveLength(1000);
    expect(codes.every(({ code, maxUses }) => /^[A-HJ-NP-Z2-9]{12}$/.test(code) && maxUses === 1)).toBe(true);
    const logged = await test.db
      .select({ after: auditLog.after })
      .from(auditLog)
      .where(and(eq(auditLog.action, 'coupon.generate-codes'), eq(auditLog.subjectId, String(id))));
    expect(logged).toEqual([{ after: '{"codes":1000,"maxUses":1}' }]);
  });

  it('may be one word that many share, if it is free', async () => {
    const id = await mintFamily(null, 1, 'centre');
    const word = unique('W').replaceAll('-', '').toUpperCase();
    const shared = (maxUses: number) =>
      generateCodes(admin, { id, batchId: randomUUID(), mode: 'shared', word, maxUses });
    expect(await shared(50)).toMatchObject({ value: { generated: 1 } });
    expect(await shared(60)).toMatchObject({ error: { code: 'ALREADY_THERE', field: 'word' } });
    await generateCodes(admin, { id, batchId: randomUUID(), mode: 'shared', word: null, maxUses: 7 });
    expect((await codesOf(id)).map(({ maxUses }) => maxUses)).toEqual([50, 7]);
  });

  it('are of no use to a coupon that is only granted, or was stopped', async () => {
    const [granted, stopped] = [await mintFamily(), await mintFamily(null, 1, 'code')];
    await stopCoupon(admin, { id: stopped });
    for (const id of [granted, stopped]) {
      const answer = await generateCodes(admin, { id, batchId: randomUUID(), mode: 'single', count: 1 });
      expect(answer).toMatchObject({ error: { code: 'CONFLICT' } });
      expect(await codesOf(id)).toEqual([]);
    }
  });
});
