import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { product } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { MAX_VISITOR_LINES } from '@/lib/domain/cart';
import { mintCourse } from '@/tests/support/factories';
import { addToVisitorCart, changeVisitorCart } from './change-visitor-cart';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const offerOf = (minted: { id: number; policy: { id: number } }) => ({
  productId: minted.id,
  pricePolicyId: minted.policy.id,
});
const entryOf = (minted: { id: number; policy: { id: number } }) => ({ ...offerOf(minted), isSelected: true });

describe("a visitor's cart", () => {
  it('takes what is sold, once, and refuses the rest', async () => {
    const [course, upcoming] = [await mintCourse(db), await mintCourse(db, { status: 'upcoming' })];
    const once = await addToVisitorCart(db, [], offerOf(course));
    expect(once).toEqual({ ok: true, value: [entryOf(course)] });
    expect(await addToVisitorCart(db, [entryOf(course)], offerOf(course))).toEqual(once);
    expect(await addToVisitorCart(db, [], offerOf(upcoming))).toMatchObject({
      error: { code: 'PRODUCT_NOT_ON_SALE' },
    });
    const full = Array.from({ length: MAX_VISITOR_LINES }, (_, i) => ({
      productId: -1 - i,
      pricePolicyId: 1,
      isSelected: true,
    }));
    expect(await addToVisitorCart(db, full, offerOf(course))).toMatchObject({ error: { code: 'CART_FULL' } });
  });

  it('removes with what putting it back needs, and puts it back', async () => {
    const course = await mintCourse(db);
    const cart = [entryOf(course)];
    const removed = await changeVisitorCart(db, cart, { intent: 'remove', productId: course.id });
    expect(removed).toEqual({
      ok: true,
      value: { cart: [], change: { removed: { ...entryOf(course), name: course.name } } },
    });
    expect(await changeVisitorCart(db, [], { intent: 'restore', ...entryOf(course) })).toEqual({
      ok: true,
      value: { cart, change: {} },
    });
  });

  it('cleans up what cannot be bought and what never existed', async () => {
    const [good, gone] = [await mintCourse(db), await mintCourse(db)];
    await db.update(product).set({ status: 'offline' }).where(eq(product.id, gone.id));
    const ghost = { productId: 999_999_999, pricePolicyId: 999_999_999, isSelected: true };
    const cart = [entryOf(good), entryOf(gone), ghost];
    expect(await changeVisitorCart(db, cart, { intent: 'clean-up' })).toEqual({
      ok: true,
      value: { cart: [entryOf(good)], change: { cleanedUp: 2 } },
    });
  });

  it('changes to a period of this product only', async () => {
    const [course, other] = [await mintCourse(db), await mintCourse(db)];
    const change = { intent: 'change-policy', productId: course.id, pricePolicyId: other.policy.id } as const;
    expect(await changeVisitorCart(db, [entryOf(course)], change)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});
