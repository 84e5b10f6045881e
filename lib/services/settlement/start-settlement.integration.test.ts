import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { cartItem, product, settlement, settlementLine } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { mintAccount, mintCourse, putInCart, studentCtx } from '@/tests/support/factories';
import { startBuyNow } from './start-buy-now';
import { startSettlement } from './start-settlement';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const statusesOf = async (accountId: number) => {
  const rows = await db
    .select({ status: settlement.status })
    .from(settlement)
    .where(eq(settlement.accountId, accountId))
    .orderBy(asc(settlement.id));
  return rows.map((row) => row.status);
};

const openProducts = async (accountId: number) => {
  const rows = await db
    .select({ productId: settlementLine.productId })
    .from(settlement)
    .innerJoin(settlementLine, eq(settlementLine.settlementId, settlement.id))
    .where(and(eq(settlement.accountId, accountId), eq(settlement.status, 'open')));
  return rows.map((row) => row.productId);
};

describe('start-settlement', () => {
  it('takes the selected lines that can be bought and leaves the cart as it is', async () => {
    const student = await mintAccount(db);
    const courses = await Promise.all([mintCourse(db), mintCourse(db), mintCourse(db)]);
    const [bought, unselected, offline] = courses;
    for (const course of courses) await putInCart(db, student.id, course);
    await db.update(cartItem).set({ isSelected: false }).where(eq(cartItem.productId, unselected.id));
    await db.update(product).set({ status: 'offline' }).where(eq(product.id, offline.id));

    expect(await startSettlement(studentCtx(db, student))).toEqual({ ok: true, value: null });
    expect(await openProducts(student.id)).toEqual([bought.id]);
    expect(await db.$count(cartItem, eq(cartItem.accountId, student.id))).toBe(3);
  });

  it('refuses an empty selection and more than 20 lines, and begins nothing', async () => {
    const student = await mintAccount(db);
    const ctx = studentCtx(db, student);
    expect(await startSettlement(ctx)).toEqual({ ok: false, error: { code: 'NOTHING_SELECTED' } });
    for (let line = 0; line < 21; line++) await putInCart(db, student.id, await mintCourse(db));
    expect(await startSettlement(ctx)).toEqual({ ok: false, error: { code: 'TOO_MANY_LINES' } });
    expect(await statusesOf(student.id)).toEqual([]);
  });

  it('keeps one open settlement an account, however many are begun at once', async () => {
    const [student, course, other] = await Promise.all([mintAccount(db), mintCourse(db), mintCourse(db)]);
    await putInCart(db, student.id, course);
    const ctx = studentCtx(db, student);
    const offer = { productId: other.id, pricePolicyId: other.policy.id };
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? startSettlement(ctx) : startBuyNow(ctx, offer))),
    );
    const statuses = await statusesOf(student.id);
    expect(statuses).toHaveLength(10);
    expect(statuses.filter((status) => status === 'open')).toHaveLength(1);
  });
});

describe('start-buy-now', () => {
  it('begins with the one product and does not touch the cart', async () => {
    const [student, inCart, wanted] = await Promise.all([mintAccount(db), mintCourse(db), mintCourse(db)]);
    await putInCart(db, student.id, inCart);
    const offer = { productId: wanted.id, pricePolicyId: wanted.policy.id };
    expect(await startBuyNow(studentCtx(db, student), offer)).toEqual({ ok: true, value: null });
    expect(await openProducts(student.id)).toEqual([wanted.id]);
    expect(await db.$count(cartItem, eq(cartItem.accountId, student.id))).toBe(1);
  });

  it('refuses what is not sold', async () => {
    const [student, course] = await Promise.all([mintAccount(db), mintCourse(db, { status: 'upcoming' })]);
    const offer = { productId: course.id, pricePolicyId: course.policy.id };
    expect(await startBuyNow(studentCtx(db, student), offer)).toMatchObject({
      ok: false,
      error: { code: 'PRODUCT_NOT_ON_SALE' },
    });
  });
});
