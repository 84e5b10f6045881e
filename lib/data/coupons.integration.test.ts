import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { couponRecord } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { WALLET_TABS } from '@/lib/domain/wallet-query';
import { claimCoupon } from '@/lib/services/coupon/claim-coupon';
import { mintCoupon, mintCouponRecord } from '@/tests/support/coupon-factories';
import { type MintedProduct, mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { mintPaidOrder } from '@/tests/support/learning-factories';
import { findOwnCoupons, findWalletPage, readWallet } from './coupons';

const TODAY = '2026-06-15';
const NOW = new Date('2026-06-15T04:00:00Z');

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

/** One copy of every sort: bound and unbound, early, over, locked and used. */
async function fullWallet() {
  const [student, course, other] = [await mintAccount(db), await mintCourse(db), await mintCourse(db)];
  const mint = (name: string, options: Parameters<typeof mintCouponRecord>[2] = {}) =>
    mintCouponRecord(db, student.id, { name, validFrom: '2026-06-01', validUntil: '2026-06-30', ...options });
  await mint('last day', { validUntil: TODAY });
  await mint('bound', { productId: course.id });
  await mint('other course', { productId: other.id });
  await mint('from tomorrow', { validFrom: '2026-06-16' });
  await mint('over, not marked yet', { validUntil: '2026-06-14' });
  const order = await mintPaidOrder(db, student.id, course, { startsAt: NOW, endsAt: new Date('2027-01-01') });
  const set = (id: number, change: Partial<typeof couponRecord.$inferInsert>) =>
    db.update(couponRecord).set(change).where(eq(couponRecord.id, id));
  await set((await mint('locked')).id, { status: 'locked', orderId: order.id });
  await set((await mint('used', { productId: course.id })).id, { status: 'used', orderId: order.id, usedAt: NOW });
  await set((await mint('marked', { validUntil: '2026-06-13' })).id, { status: 'expired' });
  return { student, course, order };
}

const names = (copies: readonly { readonly name: string }[]) => copies.map((copy) => copy.name).toSorted();

describe('readWallet', () => {
  it('finds all copies of an account, those of a course, the unbound, and those usable now', async () => {
    const { student, course } = await fullWallet();
    const of = async (filter?: Parameters<typeof readWallet>[2]) => names(await readWallet(db, student.id, filter));
    expect(await of()).toHaveLength(8);
    const bound = { productIds: [course.id], withUnbound: false };
    expect(await of({ scope: bound })).toEqual(['bound', 'used']);
    expect(await of({ scope: 'unbound' })).toEqual(
      ['from tomorrow', 'last day', 'locked', 'marked', 'over, not marked yet'].toSorted(),
    );
    expect(await of({ usableOn: TODAY })).toEqual(['bound', 'last day', 'other course']);
    const fitting = { productIds: [course.id], withUnbound: true };
    expect(await of({ scope: fitting, usableOn: TODAY })).toEqual(['bound', 'last day']);
    expect(await readWallet(db, (await mintAccount(db)).id)).toEqual([]);
  });

  it('has the soonest to expire first, with its order', async () => {
    const { student, order } = await fullWallet();
    const wallet = await readWallet(db, student.id);
    expect(wallet[0]?.name).toBe('marked');
    expect(wallet.find((copy) => copy.name === 'locked')?.orderNo).toBe(order.orderNo);
    expect(wallet.map((copy) => copy.validUntil)).toEqual(wallet.map((copy) => copy.validUntil).toSorted());
  });
});

describe('findWalletPage', () => {
  it('sorts copies into tabs by their dates, not by what the job has marked', async () => {
    const { student, course, order } = await fullWallet();
    const pages = await Promise.all(WALLET_TABS.map((tab) => findWalletPage(db, student.id, { tab, page: 1 }, TODAY)));
    expect(pages.map((page) => names(page.coupons))).toEqual([
      ['bound', 'from tomorrow', 'last day', 'other course'],
      ['locked'],
      ['used'],
      ['marked', 'over, not marked yet'],
    ]);
    for (const page of pages) expect(page.counts).toEqual({ usable: 4, locked: 1, used: 1, expired: 2 });
    expect(pages[2]?.coupons[0]).toMatchObject({
      orderNo: order.orderNo,
      product: { kind: 'course', slug: course.slug, name: course.name },
    });
    // The first instant of the 16th in Shanghai.
    const later = await findWalletPage(db, student.id, { tab: 'usable', page: 1 }, '2026-06-16');
    expect(names(later.coupons)).not.toContain('last day');
  });

  it('has 20 on a page', async () => {
    const student = await mintAccount(db);
    for (let copy = 0; copy < 21; copy += 1) await mintCouponRecord(db, student.id);
    const page = (number: number) => findWalletPage(db, student.id, { tab: 'usable', page: number }, TODAY);
    expect(await page(1)).toMatchObject({ pageCount: 2, counts: { usable: 21 } });
    expect((await page(1)).coupons).toHaveLength(20);
    expect((await page(2)).coupons).toHaveLength(1);
  });
});

describe('findOwnCoupons', () => {
  it('has what can be used on a product and how many copies were had, used ones too', async () => {
    const { student, course } = await fullWallet();
    const mintFor = (product: MintedProduct | null) =>
      mintCoupon(db, { ...(product && { productId: product.id }), family: { perAccountLimit: 2 } });
    const [fitting, foreign] = [await mintFor(course), await mintFor(await mintCourse(db))];
    const ctx = studentCtx(db, student, { now: NOW });
    for (const { id } of [fitting, fitting, foreign]) await claimCoupon(ctx, { couponId: id });
    const own = await findOwnCoupons(db, student.id, course.id, TODAY);
    expect(names(own.wallet)).toEqual(['bound', 'last day', fitting.name, fitting.name].toSorted());
    expect(own.held[fitting.id]).toBe(2);
    expect(own.held[foreign.id]).toBeUndefined();
  });
});
