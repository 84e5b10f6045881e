import { describe, expect, it } from 'vitest';
import { settlementCommandSchema } from './settlement-command';

const read = (form: Partial<Record<string, string>>) =>
  settlementCommandSchema.safeParse({ settlementId: '1', ...form });

describe('what the settlement forms send', () => {
  it('reads an empty record as no coupon', () => {
    expect(read({ intent: 'order-coupon', recordId: '' }).data).toEqual({
      intent: 'order-coupon',
      settlementId: 1,
      recordId: null,
    });
    expect(read({ intent: 'line-coupon', productId: '3', recordId: '8' }).data).toEqual({
      intent: 'line-coupon',
      settlementId: 1,
      productId: 3,
      recordId: 8,
    });
  });

  it.each([
    ['', 0],
    ['0', 0],
    [' 150 ', 150],
    ['000012', 12],
    ['100000000', 100_000_000],
  ])('reads %j as %d 贝里', (beli, amount) => {
    expect(read({ intent: 'beli', beli }).data).toEqual({ intent: 'beli', settlementId: 1, beli: amount });
  });

  it.each(['-1', '1.5', '1e9', 'abc', '１２', '100000001', '9999999999'])('refuses %j 贝里', (beli) => {
    expect(read({ intent: 'beli', beli }).success).toBe(false);
  });

  it.each([
    { intent: 'order-coupon' },
    { intent: 'order-coupon', recordId: '0' },
    { intent: 'line-coupon', recordId: '1' },
    { intent: 'best-coupons', settlementId: '' },
  ])('refuses %o', (form) => {
    expect(read(form).success).toBe(false);
  });
});
