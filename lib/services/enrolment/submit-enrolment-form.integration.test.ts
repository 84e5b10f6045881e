import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { enrolment, enrolmentForm, order } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { mintAccount, mintCourse, mintDegree, only, studentCtx } from '@/tests/support/factories';
import { mintPaidOrder } from '@/tests/support/learning-factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { submitEnrolmentForm } from './submit-enrolment-form';

const NOW = new Date('2026-06-15T04:00:00Z');
const DAY_MS = 86_400_000;
const SPAN = { startsAt: new Date(NOW.getTime() - DAY_MS), endsAt: new Date(NOW.getTime() + 30 * DAY_MS) };
const FORM = { name: '蒙奇路飞', phone: '13812345678', education: 'bachelor', goal: '想转行做后端开发工程师' } as const;

let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
});

const ctxOf = (accountId: number) => studentCtx(db, { id: accountId }, { now: NOW });

const openedAtOf = async (accountId: number) =>
  (await db.select().from(enrolment).where(eq(enrolment.accountId, accountId))).map((row) => row.openedAt);

describe('the 报名表 of a paid order', () => {
  it('is kept, and opens what the order granted', async () => {
    const student = await mintAccount(db);
    const paid = await mintPaidOrder(db, student.id, await mintDegree(db), SPAN);
    const result = await submitEnrolmentForm(ctxOf(student.id), { ...FORM, orderNo: paid.orderNo });
    expect(result).toEqual({ ok: true, value: null });
    const form = only(await db.select().from(enrolmentForm).where(eq(enrolmentForm.orderId, paid.id)));
    expect(form).toMatchObject({ ...FORM, accountId: student.id, submittedAt: NOW });
    expect(await openedAtOf(student.id)).toEqual([NOW]);
  });

  it('opens nothing that another order granted', async () => {
    const student = await mintAccount(db);
    const first = await mintPaidOrder(db, student.id, await mintCourse(db), SPAN);
    await mintPaidOrder(db, student.id, await mintCourse(db), SPAN);
    await submitEnrolmentForm(ctxOf(student.id), { ...FORM, orderNo: first.orderNo });
    expect((await openedAtOf(student.id)).filter(Boolean)).toHaveLength(1);
  });

  it('of a renewal keeps the day of the first opening', async () => {
    const student = await mintAccount(db);
    const course = await mintCourse(db);
    const opened = new Date(NOW.getTime() - 7 * DAY_MS);
    await mintPaidOrder(db, student.id, course, { ...SPAN, openedAt: opened });
    const renewal = await mintPaidOrder(db, student.id, course, SPAN);
    const result = await submitEnrolmentForm(ctxOf(student.id), { ...FORM, orderNo: renewal.orderNo });
    expect(result.ok).toBe(true);
    expect(await openedAtOf(student.id)).toEqual([opened]);
  });

  it('does not open a line that was refunded', async () => {
    const student = await mintAccount(db);
    const course = await mintCourse(db);
    const refunded = await mintPaidOrder(db, student.id, course, { ...SPAN, revokedAt: NOW });
    await db.update(order).set({ status: 'partially_refunded' }).where(eq(order.id, refunded.id));
    const result = await submitEnrolmentForm(ctxOf(student.id), { ...FORM, orderNo: refunded.orderNo });
    expect(result.ok).toBe(true);
    expect(await openedAtOf(student.id)).toEqual([null]);
  });
});

describe('is refused', () => {
  it('for an order that is not paid', async () => {
    const student = await mintAccount(db);
    const pending = await mintPendingOrder(db, student.id, [{ product: await mintCourse(db) }]);
    const result = await submitEnrolmentForm(ctxOf(student.id), { ...FORM, orderNo: pending.orderNo });
    expect(result).toMatchObject({ ok: false, error: { code: 'ORDER_NOT_PAID' } });
  });

  it('for an order that was refunded whole', async () => {
    const student = await mintAccount(db);
    const paid = await mintPaidOrder(db, student.id, await mintCourse(db), { ...SPAN, revokedAt: NOW });
    await db.update(order).set({ status: 'refunded' }).where(eq(order.id, paid.id));
    const result = await submitEnrolmentForm(ctxOf(student.id), { ...FORM, orderNo: paid.orderNo });
    expect(result).toMatchObject({ ok: false, error: { code: 'ORDER_NOT_PAID' } });
  });

  it("for another student's order, as if there were none", async () => {
    const [owner, other] = [await mintAccount(db), await mintAccount(db)];
    const paid = await mintPaidOrder(db, owner.id, await mintCourse(db), SPAN);
    for (const orderNo of [paid.orderNo, 'no-such-order']) {
      const result = await submitEnrolmentForm(ctxOf(other.id), { ...FORM, orderNo });
      expect(result).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
    expect(await openedAtOf(owner.id)).toEqual([null]);
  });

  it('the second time', async () => {
    const student = await mintAccount(db);
    const paid = await mintPaidOrder(db, student.id, await mintCourse(db), SPAN);
    await submitEnrolmentForm(ctxOf(student.id), { ...FORM, orderNo: paid.orderNo });
    const again = await submitEnrolmentForm(ctxOf(student.id), { ...FORM, name: '罗罗诺亚', orderNo: paid.orderNo });
    expect(again).toMatchObject({ ok: false, error: { code: 'FORM_ALREADY_SUBMITTED' } });
    expect(only(await db.select().from(enrolmentForm).where(eq(enrolmentForm.orderId, paid.id))).name).toBe(FORM.name);
  });
});

describe('at the same time', () => {
  it('20 submissions leave one form', async () => {
    const student = await mintAccount(db);
    const paid = await mintPaidOrder(db, student.id, await mintCourse(db), SPAN);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => submitEnrolmentForm(ctxOf(student.id), { ...FORM, orderNo: paid.orderNo })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db.$count(enrolmentForm, eq(enrolmentForm.orderId, paid.id))).toBe(1);
    expect(await openedAtOf(student.id)).toEqual([NOW]);
  });

  it('the forms of many orders of the same products do not block one another', async () => {
    const student = await mintAccount(db);
    const courses = await Promise.all(Array.from({ length: 4 }, () => mintCourse(db)));
    const orders = [];
    for (let round = 0; round < 5; round += 1) {
      for (const course of courses) orders.push(await mintPaidOrder(db, student.id, course, SPAN));
    }
    const results = await Promise.all(
      orders.map(({ orderNo }) => submitEnrolmentForm(ctxOf(student.id), { ...FORM, orderNo })),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await openedAtOf(student.id)).toEqual([NOW, NOW, NOW, NOW]);
  });
});
