import { asc, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import {
  beliAccount,
  beliEntry,
  cartItem,
  couponRecord,
  enrolmentGrant,
  order,
  orderLine,
  payment,
  pricePolicy,
  product,
  settlement,
} from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { beli } from '@/lib/domain/money';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse, only, studentCtx } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { changeOpen, lookAtSettlement, settle } from '@/tests/support/settlement';
import { placeOrder } from './place-order';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const ordersOf = (accountId: number) => db.select().from(order).where(eq(order.accountId, accountId));

const jobsOf = (orderId: number, task: string) =>
  db.execute<{ run_at: string }>(
    sql`select run_at from graphile_worker.jobs where key = ${`order:${orderId}:${task}`}`,
  );

describe('place-order', () => {
  it('freezes every share, locks the coupons, holds the 贝里 and keeps the cart', async () => {
    const student = await mintAccount(db, { beli: 100 });
    const courses = await Promise.all([3333, 3333, 3334].map((fen) => mintCourse(db, { prices: [[30, fen]] })));
    const coupon = await mintCouponRecord(db, student.id, { rule: { kind: 'fixed', valueFen: 1000 } });
    await settle(db, student, courses);
    const now = new Date();
    const ctx = studentCtx(db, student, { now });
    await changeOpen(ctx, { intent: 'order-coupon', recordId: coupon.id });
    await changeOpen(ctx, { intent: 'beli', beli: beli(40) });

    const { form } = await lookAtSettlement(db, student.id);
    const placed = await placeOrder(ctx, form);
    const row = only(await ordersOf(student.id));
    expect(placed).toEqual({ ok: true, value: { orderNo: row.orderNo, status: 'pending' } });
    expect(row.orderNo).toMatch(/^\d{20}$/);
    expect(row).toMatchObject({ listFen: 10000, orderDiscountFen: 1000, beli: 40, cashFen: 8600 });
    expect(row.expiresAt).toEqual(new Date(now.getTime() + 30 * 60_000));

    const lines = await db
      .select()
      .from(orderLine)
      .where(eq(orderLine.orderId, row.id))
      .orderBy(asc(orderLine.position));
    expect(lines.reduce((sum, line) => sum + line.orderDiscountFen, 0)).toBe(1000);
    expect(lines.reduce((sum, line) => sum + line.beli, 0)).toBe(40);
    expect(lines.reduce((sum, line) => sum + line.cashFen, 0)).toBe(8600);

    const record = only(await db.select().from(couponRecord).where(eq(couponRecord.id, coupon.id)));
    expect(record).toMatchObject({ status: 'locked', orderId: row.id });
    const ledger = only(await db.select().from(beliAccount).where(eq(beliAccount.accountId, student.id)));
    expect(ledger).toMatchObject({ balance: 100, held: 40 });
    expect(await db.$count(beliEntry, eq(beliEntry.orderId, row.id))).toBe(1);
    const job = only([...(await jobsOf(row.id, 'expire'))]);
    expect(new Date(job.run_at)).toEqual(row.expiresAt);
    expect(await db.$count(cartItem, eq(cartItem.accountId, student.id))).toBe(3);
    const settled = only(await db.select().from(settlement).where(eq(settlement.accountId, student.id)));
    expect(settled.status).toBe('ordered');
  });

  it('is paid at once when nothing is left to pay', async () => {
    const [student, course] = await Promise.all([mintAccount(db), mintCourse(db)]);
    const coupon = await mintCouponRecord(db, student.id, {
      productId: course.id,
      rule: { kind: 'fixed', valueFen: 12000 },
    });
    await settle(db, student, [course]);
    const ctx = studentCtx(db, student);
    await changeOpen(ctx, { intent: 'line-coupon', productId: course.id, recordId: coupon.id });
    const { form } = await lookAtSettlement(db, student.id);
    expect(await placeOrder(ctx, form)).toMatchObject({ ok: true, value: { status: 'paid' } });

    const row = only(await ordersOf(student.id));
    expect(row).toMatchObject({ status: 'paid', cashFen: 0, lineDiscountFen: 9900 });
    const line = only(await db.select().from(orderLine).where(eq(orderLine.orderId, row.id)));
    expect(await db.$count(enrolmentGrant, eq(enrolmentGrant.orderLineId, line.id))).toBe(1);
    expect(only(await db.select().from(couponRecord).where(eq(couponRecord.id, coupon.id))).status).toBe('used');
    expect(await db.$count(cartItem, eq(cartItem.accountId, student.id))).toBe(0);
  });

  it('enrols at once in what is free, through the same states', async () => {
    const [student, course] = await Promise.all([mintAccount(db), mintCourse(db, { prices: [[30, 0]] })]);
    const coupon = await mintCouponRecord(db, student.id);
    await settle(db, student, [course]);
    const { form, quote } = await lookAtSettlement(db, student.id);
    expect(quote).toMatchObject({ listFen: 0, cashFen: 0, maxBeli: 0, orderCouponRecordId: null });
    const answer = await placeOrder(studentCtx(db, student), form);
    expect(answer).toMatchObject({ ok: true, value: { status: 'paid' } });
    expect(await placeOrder(studentCtx(db, student), form)).toEqual(answer);

    const row = only(await ordersOf(student.id));
    expect(row).toMatchObject({ status: 'paid', listFen: 0, cashFen: 0, paidAt: expect.any(Date) });
    expect(await db.$count(payment, eq(payment.orderId, row.id))).toBe(0);
    const line = only(await db.select().from(orderLine).where(eq(orderLine.orderId, row.id)));
    expect(await db.$count(enrolmentGrant, eq(enrolmentGrant.orderLineId, line.id))).toBe(1);
    expect(only(await db.select().from(couponRecord).where(eq(couponRecord.id, coupon.id))).status).toBe('unused');
    expect(await jobsOf(row.id, 'paid')).toHaveLength(1);
  });

  it('a free course beside a paid one waits for the money of the other', async () => {
    const student = await mintAccount(db);
    const courses = [await mintCourse(db, { prices: [[30, 0]] }), await mintCourse(db)];
    await settle(db, student, courses);
    const { form } = await lookAtSettlement(db, student.id);
    expect(await placeOrder(studentCtx(db, student), form)).toMatchObject({ ok: true, value: { status: 'pending' } });
    expect(only(await ordersOf(student.id))).toMatchObject({ listFen: 9900, cashFen: 9900 });
  });

  it('refuses what is not open, not there or not theirs', async () => {
    const [student, thief, course] = await Promise.all([mintAccount(db), mintAccount(db), mintCourse(db)]);
    await settle(db, student, [course]);
    const { form } = await lookAtSettlement(db, student.id);
    const refused = { ok: false, error: { code: 'NO_OPEN_SETTLEMENT' } };
    expect(await placeOrder(studentCtx(db, thief), form)).toEqual(refused);
    const replaced = { ok: false, error: { code: 'SETTLEMENT_REPLACED' } };
    expect(await placeOrder(studentCtx(db, student), { ...form, settlementId: 999_999_999 })).toEqual(replaced);

    await settle(db, student, [await mintCourse(db)]);
    expect(await placeOrder(studentCtx(db, student), form)).toEqual(replaced);
    expect(await ordersOf(student.id)).toEqual([]);

    const current = await lookAtSettlement(db, student.id);
    const placed = await placeOrder(studentCtx(db, student), current.form);
    expect(placed.ok).toBe(true);
    expect(await placeOrder(studentCtx(db, thief), current.form)).toEqual(refused);
  });

  it('refuses a settlement with a line that went off sale', async () => {
    const student = await mintAccount(db);
    const [stays, goes] = await Promise.all([mintCourse(db), mintCourse(db)]);
    await settle(db, student, [stays, goes]);
    const { form } = await lookAtSettlement(db, student.id);
    await db.update(product).set({ status: 'offline' }).where(eq(product.id, goes.id));
    expect(await placeOrder(studentCtx(db, student), form)).toEqual({
      ok: false,
      error: { code: 'SETTLEMENT_LINE_INVALID' },
    });
    expect(await ordersOf(student.id)).toEqual([]);
  });
});

/** A settlement with a coupon and 贝里, looked at; then something changes; then it is submitted. */
async function submitAfter(
  change: (ids: { accountId: number; policyId: number; recordId: number }) => Promise<unknown>,
) {
  const [student, course] = await Promise.all([
    mintAccount(db, { beli: 500 }),
    mintCourse(db, { name: '会变的课', prices: [[30, 20000]] }),
  ]);
  const coupon = await mintCouponRecord(db, student.id, {
    rule: { kind: 'threshold', valueFen: 2000, minimumFen: 15000 },
  });
  await settle(db, student, [course]);
  const ctx = studentCtx(db, student);
  await changeOpen(ctx, { intent: 'order-coupon', recordId: coupon.id });
  await changeOpen(ctx, { intent: 'beli', beli: beli(500) });
  const seen = await lookAtSettlement(db, student.id);
  await change({ accountId: student.id, policyId: course.policy.id, recordId: coupon.id });
  const ordersBefore = (await ordersOf(student.id)).length;
  const answer = await placeOrder(ctx, seen.form);
  const ordersAfter = (await ordersOf(student.id)).length;
  return {
    answer,
    written: ordersAfter - ordersBefore,
    retry: async () => placeOrder(ctx, (await lookAtSettlement(db, student.id)).form),
  };
}

describe('a price that changed between looking and submitting', () => {
  it.each([
    [
      'the list price',
      ({ policyId }: { policyId: number }) =>
        db.execute(sql`update ${pricePolicy} set price_fen = 21000 where id = ${policyId}`),
      '「会变的课」售价由 ¥200.00 变为 ¥210.00',
    ],
    [
      'the coupon expired',
      ({ recordId }: { recordId: number }) =>
        db.update(couponRecord).set({ validUntil: '2021-01-01' }).where(eq(couponRecord.id, recordId)),
      '全场券优惠由 ¥20.00 变为 ¥0.00',
    ],
    [
      '贝里 were spent elsewhere',
      ({ accountId }: { accountId: number }) =>
        db
          .update(beliAccount)
          .set({ held: beli(400) })
          .where(eq(beliAccount.accountId, accountId)),
      '使用贝里由 500 变为 100',
    ],
  ])('%s: says so, writes nothing, and takes the new price when confirmed', async (_what, change, sentence) => {
    const { answer, written, retry } = await submitAfter(change);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'QUOTE_CHANGED', detail: expect.stringContaining(sentence) },
    });
    expect(written).toBe(0);
    expect(await retry()).toMatchObject({ ok: true });
  });

  it('a coupon another order took meanwhile is noticed', async () => {
    const { answer, written } = await submitAfter(async ({ accountId, recordId }) => {
      const other = await mintCourse(db);
      await mintPendingOrder(db, accountId, [{ product: other, orderDiscountFen: 100 }], {
        orderCouponRecordId: recordId,
      });
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'QUOTE_CHANGED' } });
    expect(written).toBe(0);
  });

  it('a version that was made up only fails to match', async () => {
    const [student, course] = await Promise.all([mintAccount(db), mintCourse(db)]);
    await settle(db, student, [course]);
    const { form } = await lookAtSettlement(db, student.id);
    const cheaper = form.seenVersion.replaceAll('9900', '1');
    for (const seenVersion of ['', 'null', '{}', cheaper]) {
      const answer = await placeOrder(studentCtx(db, student), { ...form, seenVersion });
      expect(answer).toMatchObject({ ok: false, error: { code: 'QUOTE_CHANGED' } });
    }
    expect(await ordersOf(student.id)).toEqual([]);
  });
});
