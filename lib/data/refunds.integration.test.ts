import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { readRefundSearch } from '@/lib/domain/admin/refund-search';
import { settlePayment } from '@/lib/services/payment/settle-payment';
import { approveRefund } from '@/lib/services/refund/approve-refund';
import { retryLateRefund } from '@/lib/services/refund/retry-late-refund';
import { sendRefund } from '@/lib/services/refund/send-refund';
import { startRefund } from '@/lib/services/refund/start-refund';
import { mintAccount } from '@/tests/support/factories';
import { mintAttempt } from '@/tests/support/payment-factories';
import { mintPaidOrder, valueOf } from '@/tests/support/refund-factories';
import { countWaitingRefunds, findRefund, listRefunds } from './admin/refunds';
import { findRefundable, findRefunds } from './refunds';

let test: TestDatabase;
vi.mock('./admin/admin-db', () => ({ adminDb: async () => test.db }));
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

describe('what a student sees', () => {
  it('of their own order: its refunds with their lines, and what may still be asked for', async () => {
    const { ask, admin, send, student, placed, lineA, lineB, couponIds } = await mintPaidOrder(test.db);
    const { refundId } = valueOf(await ask('all'));
    valueOf(await approveRefund(admin, { refundId, lineIds: [lineA.id] }));
    await send(refundId);
    const [made] = await findRefunds(test.db, student.id, placed.orderNo);
    expect(made).toMatchObject({ id: refundId, status: 'succeeded', cashFen: lineA.cashFen, beli: lineA.beli });
    expect(made?.lines.map(({ orderLineId, isActive }) => [orderLineId, isActive])).toEqual([
      [lineA.id, true],
      [lineB.id, false],
    ]);
    const facts = await findRefundable(test.db, student.id, placed.orderNo);
    expect(facts).toMatchObject({ status: 'partially_refunded', orderCouponRecordId: couponIds[1] });
    expect(facts?.orderCoupon).not.toBeNull();
    expect(facts?.lines.map(({ id, refundStatus, couponRecordId }) => [id, refundStatus, couponRecordId])).toEqual([
      [lineA.id, 'succeeded', couponIds[0]],
      [lineB.id, null, null],
    ]);
  });

  it("of somebody else's order: nothing", async () => {
    const { ask, placed } = await mintPaidOrder(test.db);
    await ask('all');
    const stranger = await mintAccount(test.db);
    expect(await findRefunds(test.db, stranger.id, placed.orderNo)).toEqual([]);
    expect(await findRefundable(test.db, stranger.id, placed.orderNo)).toBeNull();
    expect(await findRefundable(test.db, null, placed.orderNo)).toMatchObject({ orderNo: placed.orderNo });
  });
});

describe('what administrators see', () => {
  it('late money that could not be given back waits for them, until it is tried again', async () => {
    const { system, alipay, placed, admin } = await mintPaidOrder(test.db);
    const second = await mintAttempt(test.db, placed, 'wap');
    const trade = alipay.put(second.outTradeNo, second.amountFen, 'TRADE_SUCCESS');
    await settlePayment(system, { trade, heard: { source: 'notify', body: '' } });
    const [late] = (await listRefunds(readRefundSearch({ q: placed.orderNo }))).rows;
    expect(late).toMatchObject({ kind: 'late', status: 'approved', isWaiting: false });
    const refundId = late?.id ?? 0;
    const before = await countWaitingRefunds();
    alipay.refundFaults.push('ACQ.SELLER_BALANCE_NOT_ENOUGH');
    await sendRefund(system, { refundId });
    expect(await countWaitingRefunds()).toBe(before + 1);
    expect(await findRefund(refundId)).toMatchObject({ isStuck: true, payment: { id: second.id, status: 'late' } });
    valueOf(await retryLateRefund(admin, { paymentId: second.id }));
    expect(await countWaitingRefunds()).toBe(before);
    expect(await findRefund(refundId)).toMatchObject({ isStuck: false });
  });

  it('so do lines that the gateway would not pay back, until another refund has them, however late that is', async () => {
    const { approved, send, alipay, admin, placed } = await mintPaidOrder(test.db);
    const refundId = await approved('all');
    const before = await countWaitingRefunds();
    alipay.refundFaults.push('ACQ.SELLER_BALANCE_NOT_ENOUGH');
    expect(await send(refundId)).toBe('failed');
    expect(await countWaitingRefunds()).toBe(before + 1);
    expect((await listRefunds(readRefundSearch({ q: placed.orderNo }))).rows).toMatchObject([{ isWaiting: true }]);
    expect(await findRefund(refundId)).toMatchObject({ isStuck: false, isUndone: true });

    const again = valueOf(await startRefund(admin, { orderNo: placed.orderNo, lineIds: 'all', reason: '再退一次' }));
    expect(await countWaitingRefunds()).toBe(before);
    expect(await findRefund(refundId)).toMatchObject({ isUndone: false });
    expect(await send(again.refundId)).toBe('succeeded');
  });

  it('those that wait come first; found by order, person and state', async () => {
    const first = await mintPaidOrder(test.db);
    const before = await countWaitingRefunds();
    const waiting = valueOf(await first.ask([first.lineA.id]));
    const second = await mintPaidOrder(test.db);
    const decided = await second.approved('all');
    expect(await countWaitingRefunds()).toBe(before + 1);
    const all = (await listRefunds(readRefundSearch({}))).rows.map(({ status }) => status);
    expect(all.lastIndexOf('requested')).toBe(all.filter((status) => status === 'requested').length - 1);
    const found = async (search: Record<string, string>) =>
      (await listRefunds(readRefundSearch(search))).rows.map(({ id }) => id);
    expect(await found({ q: first.placed.orderNo })).toEqual([waiting.refundId]);
    expect(await found({ q: second.student.username })).toEqual([decided]);
    expect(await found({ q: second.student.username, status: 'requested' })).toEqual([]);
    expect(await found({ q: second.student.username, source: 'student', status: 'approved' })).toEqual([decided]);
  });

  it('everything about one', async () => {
    const { approved, send, placed, attempt, student } = await mintPaidOrder(test.db);
    const refundId = await approved('all');
    await send(refundId);
    expect(await findRefund(refundId)).toMatchObject({
      id: refundId,
      orderNo: placed.orderNo,
      orderStatus: 'refunded',
      buyer: { id: student.id },
      attempts: 1,
      payment: { outTradeNo: attempt.outTradeNo, status: 'paid' },
      audit: [{ action: 'refund.approve' }],
    });
    expect(await findRefund(0)).toBeNull();
  });
});
