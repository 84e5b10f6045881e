import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { priceFields } from '@/db/queries/catalogue-fields';
import { orderLine, pricePolicy } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { fen } from '@/lib/domain/money';
import { readOffers } from '@/lib/services/cart/read-offers';
import type { AccountCtx } from '@/lib/services/ctx';
import { placeOrder } from '@/lib/services/settlement/place-order';
import { adminCtx } from '@/tests/support/account-factories';
import { tagVersion, trailOf } from '@/tests/support/catalogue-factories';
import { mintAccount, mintCourse, only, studentCtx } from '@/tests/support/factories';
import { lookAtSettlement, settle } from '@/tests/support/settlement';
import { addPrice } from './add-price';
import { changePrice } from './change-price';
import { changeStatus } from './change-status';
import { offerPrice } from './offer-price';

let test: TestDatabase;
let admin: AccountCtx;
beforeAll(async () => {
  test = await testDatabase();
  admin = await adminCtx(test.db);
});
afterAll(() => test.db.$client.end());

const policyOf = async (id: number) =>
  only(
    await test.db
      .select({ ...priceFields, withdrawnAt: pricePolicy.withdrawnAt })
      .from(pricePolicy)
      .where(eq(pricePolicy.id, id)),
  );

describe('prices', () => {
  it('adds one to each period, and tells who wants a second', async () => {
    const course = await mintCourse(test.db, { prices: [[30, 9900]] });
    const input = { productId: course.id, validDays: 90, price: fen(19_900) };
    const results = await Promise.all([addPrice(admin, input), addPrice(admin, input)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      error: { code: 'ALREADY_THERE', field: 'validDays' },
    });
    expect(await trailOf(test.db, 'course', course.id)).toEqual([
      { action: 'price.add', before: null, after: { validDays: 90, priceFen: 19_900 } },
    ]);
  });

  it('changes what is still as it was seen, and expires the page', async () => {
    const course = await mintCourse(test.db);
    const { id } = course.policy;
    const [seen, tag] = [await policyOf(id), `product:${course.slug}`];
    const input = { productId: course.id, id, version: seen.version };
    expect(await changePrice(admin, { ...input, price: fen(12_000) })).toEqual({ ok: true, value: null });
    expect(await tagVersion(test.db, tag)).toBe(1);
    expect(await changePrice(admin, { ...input, price: fen(5000) })).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', field: 'price', detail: expect.stringContaining('¥120.00') },
    });
    expect((await policyOf(id)).priceFen).toBe(12_000);
    expect(await tagVersion(test.db, tag)).toBe(1);
    expect(await trailOf(test.db, 'course', course.id)).toEqual([
      { action: 'price.change', before: { priceFen: 9900 }, after: { entry: '1 个月', priceFen: 12_000 } },
    ]);
  });

  it('touches no price of another product', async () => {
    const [course, other] = [await mintCourse(test.db), await mintCourse(test.db)];
    const { version } = await policyOf(other.policy.id);
    const foreign = { productId: course.id, id: other.policy.id };
    expect((await changePrice(admin, { ...foreign, version, price: fen(1) })).ok).toBe(false);
    expect((await offerPrice(admin, { ...foreign, offered: false })).ok).toBe(false);
    expect(await policyOf(other.policy.id)).toMatchObject({ priceFen: 9900, withdrawnAt: null });
  });

  it('is withdrawn and restored once each', async () => {
    const course = await mintCourse(test.db);
    const input = { productId: course.id, id: course.policy.id };
    const both = await Promise.all([
      offerPrice(admin, { ...input, offered: false }),
      offerPrice(admin, { ...input, offered: false }),
    ]);
    expect(both.map((result) => (result.ok ? 'ok' : result.error.code)).sort()).toEqual(['CONFLICT', 'ok']);
    expect(await policyOf(course.policy.id)).toMatchObject({ withdrawnAt: admin.now });
    expect((await offerPrice(admin, { ...input, offered: true })).ok).toBe(true);
    expect((await policyOf(course.policy.id)).withdrawnAt).toBeNull();
    expect((await trailOf(test.db, 'course', course.id)).map(({ action }) => action)).toEqual([
      'price.withdraw',
      'price.restore',
    ]);
  });
});

describe('students on their way', () => {
  it('a withdrawn price makes the cart line invalid, and the settlement refuses', async () => {
    const [student, course] = [await mintAccount(test.db), await mintCourse(test.db)];
    await settle(test.db, student, [course]);
    const { form } = await lookAtSettlement(test.db, student.id);
    const ids = { productId: course.id, pricePolicyId: course.policy.id };
    expect((await readOffers(test.db, [ids]))(ids)?.problem).toBeNull();

    await offerPrice(admin, { productId: course.id, id: course.policy.id, offered: false });
    expect((await readOffers(test.db, [ids]))(ids)?.problem).toBe('policy_withdrawn');
    const refused = { ok: false, error: { code: 'SETTLEMENT_LINE_INVALID' } };
    expect(await placeOrder(studentCtx(test.db, student), form)).toMatchObject(refused);

    await offerPrice(admin, { productId: course.id, id: course.policy.id, offered: true });
    expect(await placeOrder(studentCtx(test.db, student), form)).toMatchObject({ ok: true });
    await offerPrice(admin, { productId: course.id, id: course.policy.id, offered: false });
    const lines = await test.db.select().from(orderLine).where(eq(orderLine.pricePolicyId, course.policy.id));
    expect(lines).toMatchObject([{ listFen: 9900 }]);
  });

  it('a changed price is asked about, and an unpublished course is not sold', async () => {
    const [student, course] = [await mintAccount(test.db), await mintCourse(test.db)];
    await settle(test.db, student, [course]);
    const { form } = await lookAtSettlement(test.db, student.id);
    const { version } = await policyOf(course.policy.id);
    await changePrice(admin, { productId: course.id, id: course.policy.id, version, price: fen(19_900) });
    expect(await placeOrder(studentCtx(test.db, student), form)).toMatchObject({
      ok: false,
      error: { code: 'QUOTE_CHANGED', detail: expect.stringContaining('¥199.00') },
    });
    await changeStatus(admin, { id: course.id, status: 'offline', seen: 'online' });
    const again = await lookAtSettlement(test.db, student.id);
    expect(await placeOrder(studentCtx(test.db, student), again.form)).toMatchObject({
      ok: false,
      error: { code: 'SETTLEMENT_LINE_INVALID' },
    });
  });
});
