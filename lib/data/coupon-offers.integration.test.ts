import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { product } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { claimCoupon } from '@/lib/services/coupon/claim-coupon';
import { mintCoupon } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { countClaimable, findCentreCoupons, readProductOffers } from './coupon-offers';

const TODAY = '2026-06-15';
const NOW = new Date('2026-06-15T04:00:00Z');

let db: Database;
// The coupon centre shows every coupon there is: each test has a database of its own.
beforeEach(async () => {
  ({ db } = await testDatabase());
});

const mint = (name: string, options: Parameters<typeof mintCoupon>[1] = {}) => mintCoupon(db, { name, ...options });

async function mintAll() {
  const course = await mintCourse(db);
  const [open, bound] = [await mint('open'), await mint('bound', { productId: course.id })];
  await mint('last day', { columns: { claimUntil: TODAY } });
  await mint('soon', { columns: { claimFrom: '2026-06-16' } });
  await mint('sold out', { family: { quantity: 1, claimed: 1 } });
  await mint('over', { columns: { claimUntil: '2026-06-14' } });
  await mint('of no use', { validUntil: '2026-06-14', columns: { claimUntil: '2026-12-31' } });
  await mint('stopped', { columns: { stoppedAt: NOW } });
  await mint('superseded', { columns: { supersededAt: NOW } });
  await mint('by code', { columns: { channel: 'code' } });
  await mint('granted', { columns: { channel: 'grant' } });
  return { course, open, bound };
}

describe('findCentreCoupons', () => {
  it('shows what can be claimed, then what is to come, then what is gone, and nothing else', async () => {
    const { course } = await mintAll();
    const { coupons, pageCount } = await findCentreCoupons(db, { accountId: null, page: 1, today: TODAY });
    expect(coupons.map((coupon) => coupon.name)).toEqual(['last day', 'open', 'bound', 'soon', 'sold out']);
    expect(coupons[2]).toMatchObject({ held: 0, product: { slug: course.slug } });
    expect(pageCount).toBe(1);
    await db.update(product).set({ status: 'offline' }).where(eq(product.id, course.id));
    const without = await findCentreCoupons(db, { accountId: null, page: 1, today: TODAY });
    expect(without.coupons.map((coupon) => coupon.name)).not.toContain('bound');
  });

  it('counts what the one who asks has had', async () => {
    const [{ open }, student] = [await mintAll(), await mintAccount(db)];
    await claimCoupon(studentCtx(db, student, { now: NOW }), { couponId: open.id });
    const heldBy = async (accountId: number) =>
      (await findCentreCoupons(db, { accountId, page: 1, today: TODAY })).coupons.map(({ name, held }) => [name, held]);
    expect(await heldBy(student.id)).toContainEqual(['open', 1]);
    expect(await heldBy((await mintAccount(db)).id)).toContainEqual(['open', 0]);
  });
});

describe('readProductOffers', () => {
  it("has the product's own first, then those of any order, to come as well, as long as there are any", async () => {
    const { course } = await mintAll();
    const named = async (productId: number) =>
      (await readProductOffers(db, productId, TODAY)).map((offer) => offer.name);
    expect(await named(course.id)).toEqual(['bound', 'last day', 'open', 'soon']);
    expect(await named((await mintCourse(db)).id)).toEqual(['last day', 'open', 'soon']);
  });
});

describe('countClaimable', () => {
  it('counts what could be claimed today for these products', async () => {
    const [{ course, open }, student] = [await mintAll(), await mintAccount(db)];
    const count = (accountId: number | null, productIds: readonly number[]) =>
      countClaimable(db, { accountId, productIds, today: TODAY });
    expect(await count(null, [course.id])).toBe(3);
    expect(await count(null, [])).toBe(2);
    await claimCoupon(studentCtx(db, student, { now: NOW }), { couponId: open.id });
    expect(await count(student.id, [course.id])).toBe(2);
  });
});
