import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { order, settlement } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { type MintedAccount, mintAccount, mintCourse, putInCart, studentCtx } from '@/tests/support/factories';
import { changeOpen, lookAtSettlement, settle } from '@/tests/support/settlement';
import type { AccountCtx } from '../ctx';
import { changeSettlement } from './change-settlement';
import { placeOrder } from './place-order';
import { startBuyNow } from './start-buy-now';
import { startSettlement } from './start-settlement';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

/** ¥100 and ¥400, ¥20 off the first or ¥60 off ¥500: the greedy choice pays ¥480, the best ¥440. */
async function scene() {
  const student = await mintAccount(db);
  const small = await mintCourse(db, {
    prices: [
      [30, 10000],
      [90, 9000],
    ],
  });
  const big = await mintCourse(db, { prices: [[30, 40000]] });
  const line = await mintCouponRecord(db, student.id, {
    productId: small.id,
    rule: { kind: 'fixed', valueFen: 2000 },
  });
  const whole = await mintCouponRecord(db, student.id, {
    rule: { kind: 'threshold', valueFen: 6000, minimumFen: 50000 },
  });
  return { student, small, big, line, whole, ctx: studentCtx(db, student) };
}

/** Who chose, which coupons, and what is to be paid. */
async function chosen(student: MintedAccount) {
  const { facts, quote } = await lookAtSettlement(db, student.id);
  const lines = facts.lines.map((line) => line.couponRecordId);
  return { by: facts.couponChoice, lines, order: facts.orderCouponRecordId, cashFen: quote.cashFen };
}

describe('arriving at the settlement', () => {
  it('applies the best combination, not the greedy one', async () => {
    const { student, small, big, whole } = await scene();
    await settle(db, student, [small, big]);
    expect(await chosen(student)).toEqual({ by: 'best', lines: [null, null], order: whole.id, cashFen: 44000 });
  });

  it('applies it to 立即购买 too', async () => {
    const { student, small, line, ctx } = await scene();
    await startBuyNow(ctx, { productId: small.id, pricePolicyId: small.policy.id });
    expect(await chosen(student)).toEqual({ by: 'best', lines: [line.id], order: null, cashFen: 8000 });
  });
});

describe('the best combination', () => {
  it('follows the lines and their prices as long as the student has not chosen', async () => {
    const { student, small, big, line, ctx } = await scene();
    await settle(db, student, [small, big]);
    const cheaper = small.policies[1]?.id ?? 0;
    await changeOpen(ctx, { intent: 'change-policy', productId: small.id, pricePolicyId: cheaper });
    expect(await chosen(student)).toMatchObject({ by: 'best', lines: expect.arrayContaining([line.id]), order: null });
    await changeOpen(ctx, { intent: 'remove-line', productId: big.id });
    expect(await chosen(student)).toEqual({ by: 'best', lines: [line.id], order: null, cashFen: 7000 });
  });

  it('leaves what the student chose alone, until it is asked for again', async () => {
    const { student, small, big, line, whole, ctx } = await scene();
    await settle(db, student, [small, big]);
    await changeOpen(ctx, { intent: 'line-coupon', productId: small.id, recordId: line.id });
    expect(await chosen(student)).toMatchObject({ by: 'own', order: whole.id, cashFen: 48000 });
    const cheaper = small.policies[1]?.id ?? 0;
    await changeOpen(ctx, { intent: 'change-policy', productId: small.id, pricePolicyId: cheaper });
    await changeOpen(ctx, { intent: 'change-policy', productId: small.id, pricePolicyId: small.policy.id });
    expect(await chosen(student)).toMatchObject({ by: 'own', order: whole.id, cashFen: 48000 });
    expect(await changeOpen(ctx, { intent: 'best-coupons' })).toEqual({ ok: true, value: null });
    expect(await chosen(student)).toMatchObject({ by: 'best', lines: [null, null], order: whole.id, cashFen: 44000 });
  });

  it('taking a coupon off is a choice too', async () => {
    const { student, small, big, ctx } = await scene();
    await settle(db, student, [small, big]);
    await changeOpen(ctx, { intent: 'order-coupon', recordId: null });
    expect(await chosen(student)).toEqual({ by: 'own', lines: [null, null], order: null, cashFen: 50000 });
  });

  it('is searched for without a lock, and what changed meanwhile is searched again', async () => {
    const { student, small, big, line, ctx } = await scene();
    await putInCart(db, student.id, small);
    await putInCart(db, student.id, big);
    let searches = 0;
    const meanwhile: AccountCtx = {
      ...ctx,
      solver: async (input) => {
        searches += 1;
        // Another tab: it would wait for ever if the one that searches held the account.
        if (searches === 1) await changeOpen(ctx, { intent: 'remove-line', productId: big.id });
        return ctx.solver(input);
      },
    };
    expect(await startSettlement(meanwhile)).toMatchObject({ ok: true });
    expect(await chosen(student)).toEqual({ by: 'best', lines: [line.id], order: null, cashFen: 8000 });
  });

  it('does not overrule what the student chooses in another tab while it is searched for', async () => {
    const { student, small, big, line, ctx } = await scene();
    await putInCart(db, student.id, small);
    await putInCart(db, student.id, big);
    const choose = () => changeOpen(ctx, { intent: 'line-coupon', productId: small.id, recordId: line.id });
    const meanwhile: AccountCtx = {
      ...ctx,
      solver: async (input) => {
        await choose();
        return ctx.solver(input);
      },
    };
    expect(await startSettlement(meanwhile)).toMatchObject({ ok: true });
    expect(await chosen(student)).toMatchObject({ by: 'own', cashFen: 48000 });
  });
});

describe('two tabs and a second device', () => {
  it('a command about a settlement that another one has replaced changes nothing', async () => {
    const { student, small, big, ctx } = await scene();
    await settle(db, student, [small, big]);
    const { form } = await lookAtSettlement(db, student.id);
    await startBuyNow(ctx, { productId: big.id, pricePolicyId: big.policy.id });
    const before = await chosen(student);
    const { settlementId } = form;
    const replaced = { ok: false, error: { code: 'SETTLEMENT_REPLACED' } };
    const late = { settlementId, productId: big.id };
    expect(await changeSettlement(ctx, { intent: 'remove-line', ...late })).toEqual(replaced);
    expect(await changeSettlement(ctx, { intent: 'order-coupon', settlementId, recordId: null })).toEqual(replaced);
    expect(await chosen(student)).toEqual(before);
    expect(await placeOrder(ctx, form)).toEqual(replaced);
  });

  it('what another device chose is noticed before anything is ordered', async () => {
    const { student, small, big, line, ctx } = await scene();
    await settle(db, student, [small, big]);
    const { form } = await lookAtSettlement(db, student.id);
    await changeOpen(ctx, { intent: 'line-coupon', productId: small.id, recordId: line.id });
    const answer = await placeOrder(ctx, form);
    expect(answer).toMatchObject({
      error: { code: 'QUOTE_CHANGED', detail: expect.stringContaining('应付由 ¥440.00 变为 ¥480.00') },
    });
    expect(await db.$count(order, eq(order.accountId, student.id))).toBe(0);
    await changeOpen(ctx, { intent: 'best-coupons' });
    expect(await placeOrder(ctx, form)).toMatchObject({ ok: true });
  });

  it('nothing follows once the order is placed', async () => {
    const { student, small, big, ctx } = await scene();
    await settle(db, student, [small, big]);
    const { form } = await lookAtSettlement(db, student.id);
    await placeOrder(ctx, form);
    const { settlementId } = form;
    expect(await changeSettlement(ctx, { intent: 'best-coupons', settlementId })).toMatchObject({
      error: { code: 'NO_OPEN_SETTLEMENT' },
    });
    const [row] = await db.select().from(settlement).where(eq(settlement.id, settlementId));
    expect(row?.status).toBe('ordered');
  });
});
