import { describe, expect, it } from 'vitest';
import { beli, fen } from './money';
import { choiceOf, comesBack } from './refund-choice';

const line = (id: number, validUntil: string | null = null) => ({
  id,
  name: `第 ${id} 门`,
  cashFen: fen(1000 * id),
  beli: beli(id),
  couponRecordId: validUntil === null ? null : 100 + id,
  coupon: validUntil === null ? null : { name: `券 ${id}`, validUntil },
  refundStatus: null,
});
const order = choiceOf(
  {
    orderCouponRecordId: 7,
    orderCoupon: { name: '全场券', validUntil: '2026-06-01' },
    lines: [line(1, '2026-05-31'), line(2, '2026-06-01'), line(3)],
  },
  '2026-06-01',
);

describe('comesBack', () => {
  it('is nothing for nothing', () => {
    expect(comesBack(order, new Set())).toEqual({ cashFen: 0, beli: 0, coupons: [] });
  });

  it('is the frozen shares of the lines, with their own coupons', () => {
    expect(comesBack(order, new Set([1, 3]))).toEqual({
      cashFen: 4000,
      beli: 4,
      coupons: [{ name: '券 1', isOver: true }],
    });
  });

  it("has the order's coupon when no line is left", () => {
    const names = comesBack(order, new Set([1, 2, 3])).coupons.map(({ name }) => name);
    expect(names).toEqual(['券 1', '券 2', '全场券']);
    expect(comesBack(order, new Set([2, 3])).coupons).toHaveLength(1);
    const lines = order.lines.map((each) => (each.id === 1 ? ({ ...each, refundStatus: 'sending' } as const) : each));
    expect(comesBack({ ...order, lines }, new Set([2, 3])).coupons.map(({ name }) => name)).toEqual(['券 2', '全场券']);
  });
});
