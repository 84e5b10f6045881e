import { describe, expect, it } from 'vitest';
import { beli, fen } from './money';
import {
  chooseLines,
  couponsBack,
  isRefundable,
  refundAmounts,
  refundDeadline,
  statusAfterRefund,
  whyNotAsk,
} from './refund';
import { ORDER_STATUSES } from './states';

const PAID_AT = new Date('2026-03-10T04:00:00Z');

describe('who may ask', () => {
  it('for seven times 24 hours after the payment', () => {
    expect(refundDeadline(PAID_AT)).toEqual(new Date('2026-03-17T04:00:00Z'));
    const order = { status: 'paid', paidAt: PAID_AT } as const;
    expect(whyNotAsk(order, new Date('2026-03-17T03:59:59.999Z'))).toBeNull();
    expect(whyNotAsk(order, new Date('2026-03-17T04:00:00Z'))).toBe('REFUND_WINDOW_OVER');
  });

  it('of what is paid and not wholly refunded', () => {
    expect(ORDER_STATUSES.filter((status) => isRefundable({ status }))).toEqual(['paid', 'partially_refunded']);
    expect(whyNotAsk({ status: 'pending', paidAt: null }, PAID_AT)).toBe('ORDER_NOT_REFUNDABLE');
  });
});

const line = (id: number, refundStatus: 'requested' | 'succeeded' | null = null) => ({ id, refundStatus });

describe('a choice of lines', () => {
  const lines = [line(1), line(2, 'succeeded'), line(3)];
  it.each([
    ['all that are free', 'all', [1, 3]],
    ['one', [3], [3]],
    ['one that is named twice', [1, 1], [1]],
    ['one that has a refund', [2], null],
    ['a free one and one that has a refund', [1, 2], null],
    ['one of another order', [1, 9], null],
    ['none', [], null],
  ] as const)('%s', (_, choice, expected) => {
    expect(chooseLines(lines, choice)?.map(({ id }) => id) ?? null).toEqual(expected);
  });

  it('of everything is none when everything has a refund', () => {
    expect(chooseLines([line(1, 'requested')], 'all')).toBeNull();
  });
});

it('gives back the frozen shares, added up', () => {
  const lines = [
    { cashFen: fen(3333), beli: beli(100) },
    { cashFen: fen(3334), beli: beli(1) },
  ];
  expect(refundAmounts(lines)).toEqual({ cashFen: 6667, beli: 101 });
});

describe('coupons', () => {
  const order = {
    orderCouponRecordId: 90,
    lines: [
      { id: 1, couponRecordId: 91 },
      { id: 2, couponRecordId: null },
    ],
  };
  it.each([
    ['a line coupon with its line', [1], [], [91]],
    ['none with a line that had none', [2], [], []],
    ['the order coupon with the last line', [2], [1], [90]],
    ['both with the whole order', [1, 2], [], [91, 90]],
  ] as const)('come back: %s', (_, refunding, refunded, expected) => {
    expect(couponsBack(order, new Set(refunding), new Set(refunded))).toEqual(expected);
  });
});

it('derives the state of the order', () => {
  expect(statusAfterRefund(1, 2)).toBe('partially_refunded');
  expect(statusAfterRefund(2, 2)).toBe('refunded');
});
