import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { cartItem, pricePolicy, product } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { MAX_CART_LINES } from '@/lib/domain/cart';
import { mintAccount, mintCourse, mintDegree, putInCart, studentCtx } from '@/tests/support/factories';
import { addItem } from './add-item';
import { changeCart } from './change-cart';
import { mergeCart } from './merge-cart';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const linesOf = (accountId: number) =>
  db
    .select({ productId: cartItem.productId, pricePolicyId: cartItem.pricePolicyId, isSelected: cartItem.isSelected })
    .from(cartItem)
    .where(eq(cartItem.accountId, accountId));

const offerOf = (minted: { id: number; policy: { id: number } }) => ({
  productId: minted.id,
  pricePolicyId: minted.policy.id,
});

async function fillCart(accountId: number, lines: number): Promise<void> {
  await db.execute(sql`
    with made as (
      insert into ${product} (kind, slug, name, brief, cover_hue, cover_glyph, status)
      select 'course', 'fill-' || ${accountId}::text || '-' || n, '占位', '', 0, '占', 'online'
      from generate_series(1, ${lines}::int) n returning id
    ), priced as (
      insert into ${pricePolicy} (product_id, valid_days, price_fen) select id, 30, 100 from made returning id, product_id
    )
    insert into ${cartItem} (account_id, product_id, price_policy_id) select ${accountId}, product_id, id from priced`);
}

describe('add-item', () => {
  it('makes one line of 20 simultaneous clicks', async () => {
    const [student, course] = await Promise.all([mintAccount(db), mintCourse(db)]);
    const ctx = studentCtx(db, student);
    const results = await Promise.all(Array.from({ length: 20 }, () => addItem(ctx, offerOf(course))));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await linesOf(student.id)).toEqual([{ ...offerOf(course), isSelected: true }]);
  });

  it('takes over the newer price policy and selects the line again', async () => {
    const student = await mintAccount(db);
    const course = await mintCourse(db, {
      prices: [
        [30, 9900],
        [90, 19900],
      ],
    });
    const ctx = studentCtx(db, student);
    await addItem(ctx, offerOf(course));
    await changeCart(ctx, { intent: 'select', productId: course.id, isSelected: false });
    const longer = { productId: course.id, pricePolicyId: course.policies[1]?.id ?? 0 };
    await addItem(ctx, longer);
    expect(await linesOf(student.id)).toEqual([{ ...longer, isSelected: true }]);
  });

  it.each([
    ['offline', { status: 'offline' as const }, 'PRODUCT_NOT_ON_SALE'],
    ['upcoming', { status: 'upcoming' as const }, 'PRODUCT_NOT_ON_SALE'],
    ['VIP专享', { courseType: 'vip' as const }, 'PRODUCT_NOT_ON_SALE'],
  ])('refuses what is not sold: %s', async (_what, options, code) => {
    const [student, course] = await Promise.all([mintAccount(db), mintCourse(db, options)]);
    expect(await addItem(studentCtx(db, student), offerOf(course))).toMatchObject({ ok: false, error: { code } });
    expect(await linesOf(student.id)).toEqual([]);
  });

  it('refuses a module of a degree, a withdrawn policy and the policy of another product', async () => {
    const [student, degree] = await Promise.all([mintAccount(db), mintDegree(db)]);
    const [module, withdrawn] = await Promise.all([mintCourse(db, { degreeCourseId: degree.id }), mintCourse(db)]);
    await db.update(pricePolicy).set({ withdrawnAt: new Date() }).where(eq(pricePolicy.id, withdrawn.policy.id));
    const ctx = studentCtx(db, student);
    const code = async (offer: { productId: number; pricePolicyId: number }) => {
      const result = await addItem(ctx, offer);
      return result.ok ? null : result.error.code;
    };
    expect(await code(offerOf(module))).toBe('PRODUCT_NOT_ON_SALE');
    expect(await code(offerOf(withdrawn))).toBe('POLICY_NOT_AVAILABLE');
    expect(await code({ productId: module.id, pricePolicyId: degree.policy.id })).toBe('NOT_FOUND');
    expect(await code(offerOf(degree))).toBeNull();
  });

  it('holds the limit when the last place is asked for by several at once', async () => {
    const student = await mintAccount(db);
    await fillCart(student.id, MAX_CART_LINES - 1);
    const courses = await Promise.all(Array.from({ length: 5 }, () => mintCourse(db)));
    const ctx = studentCtx(db, student);
    const results = await Promise.all(courses.map((course) => addItem(ctx, offerOf(course))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await linesOf(student.id)).toHaveLength(MAX_CART_LINES);
    const held = courses.find((_course, index) => results[index]?.ok);
    expect(held && (await addItem(ctx, offerOf(held)))).toEqual({ ok: true, value: null });
  });
});

describe('change-cart', () => {
  it('removes a line once and puts it back as it was, even when it can no longer be bought', async () => {
    const [student, course] = await Promise.all([mintAccount(db), mintCourse(db)]);
    const ctx = studentCtx(db, student);
    await putInCart(db, student.id, course);
    await changeCart(ctx, { intent: 'select', productId: course.id, isSelected: false });
    const removed = { ...offerOf(course), isSelected: false };
    expect(await changeCart(ctx, { intent: 'remove', productId: course.id })).toEqual({
      ok: true,
      value: { removed: { ...removed, name: course.name } },
    });
    expect(await changeCart(ctx, { intent: 'remove', productId: course.id })).toEqual({ ok: true, value: {} });

    await db.update(product).set({ status: 'offline' }).where(eq(product.id, course.id));
    expect(await changeCart(ctx, { intent: 'restore', ...removed })).toEqual({ ok: true, value: {} });
    expect(await linesOf(student.id)).toEqual([removed]);
  });

  it('changes policies only to what is on offer, and only of lines in the cart', async () => {
    const student = await mintAccount(db);
    const [mine, other] = await Promise.all([mintCourse(db), mintCourse(db)]);
    await putInCart(db, student.id, mine);
    const ctx = studentCtx(db, student);
    const refused = (offer: { productId: number; pricePolicyId: number }) =>
      changeCart(ctx, { intent: 'change-policy', ...offer });
    expect(await refused(offerOf(other))).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await refused({ productId: mine.id, pricePolicyId: other.policy.id })).toMatchObject({ ok: false });
    expect(await linesOf(student.id)).toEqual([{ ...offerOf(mine), isSelected: true }]);
  });

  it('selects all, and cleans up what cannot be bought', async () => {
    const student = await mintAccount(db);
    const [good, gone] = await Promise.all([mintCourse(db), mintCourse(db)]);
    await putInCart(db, student.id, good);
    await putInCart(db, student.id, gone);
    await db.update(product).set({ status: 'offline' }).where(eq(product.id, gone.id));
    const ctx = studentCtx(db, student);
    await changeCart(ctx, { intent: 'select-all', isSelected: false });
    expect((await linesOf(student.id)).map((line) => line.isSelected)).toEqual([false, false]);
    expect(await changeCart(ctx, { intent: 'clean-up' })).toEqual({ ok: true, value: { cleanedUp: 1 } });
    expect(await linesOf(student.id)).toEqual([{ ...offerOf(good), isSelected: false }]);
  });

  it("never touches another student's cart", async () => {
    const [mine, theirs, course] = await Promise.all([mintAccount(db), mintAccount(db), mintCourse(db)]);
    await putInCart(db, theirs.id, course);
    const ctx = studentCtx(db, mine);
    await changeCart(ctx, { intent: 'remove', productId: course.id });
    await changeCart(ctx, { intent: 'select-all', isSelected: false });
    await changeCart(ctx, { intent: 'clean-up' });
    expect(await linesOf(theirs.id)).toEqual([{ ...offerOf(course), isSelected: true }]);
  });

  it('does not deadlock when everything happens at once', async () => {
    const student = await mintAccount(db);
    const courses = await Promise.all(Array.from({ length: 8 }, () => mintCourse(db)));
    const ctx = studentCtx(db, student);
    await Promise.all(
      courses.flatMap((course, index) => [
        addItem(ctx, offerOf(course)),
        changeCart(ctx, { intent: 'select-all', isSelected: index % 2 === 0 }),
        changeCart(ctx, { intent: 'clean-up' }),
        changeCart(ctx, { intent: 'select', productId: course.id, isSelected: true }),
      ]),
    );
    expect(await linesOf(student.id)).toHaveLength(8);
  });
});

describe('merge-cart', () => {
  it("lets the visitor's newer policy win, skips ids that name nothing, and changes nothing when repeated", async () => {
    const student = await mintAccount(db);
    const [held, fresh] = await Promise.all([
      mintCourse(db, {
        prices: [
          [30, 9900],
          [90, 19900],
        ],
      }),
      mintCourse(db),
    ]);
    await putInCart(db, student.id, held);
    const newer = { productId: held.id, pricePolicyId: held.policies[1]?.id ?? 0, isSelected: false };
    const entries = [
      newer,
      { ...offerOf(fresh), isSelected: true },
      { productId: fresh.id, pricePolicyId: 999_999_999, isSelected: true },
      { productId: 999_999_999, pricePolicyId: fresh.policy.id, isSelected: true },
    ];
    const ctx = studentCtx(db, student);
    await Promise.all([mergeCart(ctx, entries), mergeCart(ctx, entries)]);
    const lines = await linesOf(student.id);
    expect(lines).toHaveLength(2);
    expect(lines).toEqual(expect.arrayContaining([newer, { ...offerOf(fresh), isSelected: true }]));
  });

  it('takes the newest lines the cart has room for', async () => {
    const student = await mintAccount(db);
    await fillCart(student.id, MAX_CART_LINES - 1);
    const [first, second] = await Promise.all([mintCourse(db), mintCourse(db)]);
    await mergeCart(
      studentCtx(db, student),
      [first, second].map((course) => ({ ...offerOf(course), isSelected: true })),
    );
    const ids = (await linesOf(student.id)).map((line) => line.productId);
    expect(ids).toHaveLength(MAX_CART_LINES);
    expect(ids).toContain(first.id);
    expect(ids).not.toContain(second.id);
  });
});
