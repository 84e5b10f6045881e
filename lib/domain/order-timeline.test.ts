import { describe, expect, it } from 'vitest';
import { backWords, type OrderMoments, orderTimeline, type RefundMoments } from './order-timeline';

const placedAt = new Date('2025-06-01T02:00:00Z');
const later = new Date('2025-06-01T02:10:00Z');
const order = (change: Partial<OrderMoments>): OrderMoments => ({
  status: 'pending',
  placedAt,
  expiresAt: new Date('2025-06-01T02:30:00Z'),
  paidAt: null,
  closedAt: null,
  enrolledAt: null,
  ...change,
});

describe('orderTimeline', () => {
  it.each([
    ['pending', order({}), ['提交订单', '等待支付']],
    ['cancelled', order({ status: 'cancelled', closedAt: later }), ['提交订单', '订单已取消']],
    ['expired', order({ status: 'expired', closedAt: later }), ['提交订单', '超时未支付，自动取消']],
    ['paid', order({ status: 'paid', paidAt: later }), ['提交订单', '支付成功', '填写报名表']],
    [
      'enrolled',
      order({ status: 'paid', paidAt: later, enrolledAt: later }),
      ['提交订单', '支付成功', '报名完成，课程开通'],
    ],
    ['refunded', order({ status: 'refunded', paidAt: later }), ['提交订单', '支付成功']],
  ])('%s', (_what, given, labels) => {
    expect(orderTimeline(given).map((entry) => entry.label)).toEqual(labels);
  });

  it('leaves what is still to come without a time', () => {
    expect(orderTimeline(order({})).map((entry) => entry.at)).toEqual([placedAt, null]);
  });

  const at = (minute: number) => new Date(Date.UTC(2025, 5, 1, 3, minute));
  const refund = (change: Partial<RefundMoments>): RefundMoments => ({
    kind: 'lines',
    source: 'student',
    status: 'requested',
    cashFen: 10_000,
    beli: 50,
    createdAt: at(1),
    decidedAt: null,
    finishedAt: null,
    ...change,
  });
  const paid = order({ status: 'paid', paidAt: later, enrolledAt: later });

  it.each([
    ['asked for', refund({}), ['申请退款', '等待老师审核退款']],
    ['refused', refund({ status: 'rejected', decidedAt: at(2), finishedAt: at(2) }), ['申请退款', '退款申请未通过']],
    [
      'on the way',
      refund({ status: 'unknown', decidedAt: at(2) }),
      ['申请退款', '退款申请已同意', '正在退款 ¥100.00 和 50 贝里'],
    ],
    [
      'done',
      refund({ status: 'succeeded', decidedAt: at(2), finishedAt: at(3) }),
      ['申请退款', '退款申请已同意', '已退款 ¥100.00 和 50 贝里'],
    ],
    [
      "failed, the school's own",
      refund({ source: 'admin', status: 'failed', decidedAt: at(1), finishedAt: at(3) }),
      ['老师发起退款', '退款失败，请联系老师'],
    ],
    [
      'late money',
      refund({ source: 'system', kind: 'late', beli: 0, status: 'succeeded', decidedAt: at(1), finishedAt: at(3) }),
      ['收到多付的款项，自动原路退回', '多付的款项已退款 ¥100.00'],
    ],
  ])('a refund: %s', (_what, given, labels) => {
    expect(
      orderTimeline(paid, [given])
        .slice(3)
        .map((entry) => entry.label),
    ).toEqual(labels);
  });

  it('puts several refunds in the order of what happened, what is to come last', () => {
    const first = refund({ createdAt: at(1), status: 'approved', decidedAt: at(5) });
    const second = refund({ createdAt: at(3), source: 'admin', status: 'succeeded', finishedAt: at(4) });
    expect(
      orderTimeline(paid, [second, first])
        .slice(3)
        .map((entry) => entry.label.slice(0, 6)),
    ).toEqual(['申请退款', '老师发起退款', '已退款 ¥1', '退款申请已同', '正在退款 ¥']);
  });
});

describe('backWords', () => {
  it.each([
    [{ cashFen: 100, beli: 0 }, '¥1.00'],
    [{ cashFen: 0, beli: 10 }, '10 贝里'],
    [{ cashFen: 0, beli: 0 }, '¥0.00'],
  ])('%o', (back, words) => {
    expect(backWords(back)).toBe(words);
  });
});
