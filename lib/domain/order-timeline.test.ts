import { describe, expect, it } from 'vitest';
import { type OrderMoments, orderTimeline } from './order-timeline';

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
});
