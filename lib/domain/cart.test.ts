import { describe, expect, it } from 'vitest';
import { cartCommandSchema, offerSchema } from './cart';

describe('what the cart forms send', () => {
  it.each([
    [
      { intent: 'select', productId: '7', isSelected: '0' },
      { intent: 'select', productId: 7, isSelected: false },
    ],
    [
      { intent: 'select-all', isSelected: '1' },
      { intent: 'select-all', isSelected: true },
    ],
    [
      { intent: 'change-policy', productId: '7', pricePolicyId: '9', extra: 'x' },
      { intent: 'change-policy', productId: 7, pricePolicyId: 9 },
    ],
    [{ intent: 'clean-up' }, { intent: 'clean-up' }],
  ])('reads %o', (form, command) => {
    expect(cartCommandSchema.parse(form)).toEqual(command);
  });

  it.each([
    {},
    { intent: 'drop-table' },
    { intent: 'remove' },
    { intent: 'remove', productId: '-1' },
    { intent: 'remove', productId: '1.5' },
    { intent: 'remove', productId: '1e400' },
    { intent: 'remove', productId: '99999999999999999999' },
    { intent: 'select', productId: '1', isSelected: 'yes' },
  ])('refuses %o', (form) => {
    expect(cartCommandSchema.safeParse(form).success).toBe(false);
  });

  it.each(['', ' ', 'abc', '0', 'null', '1; drop'])('an id is a positive whole number, not %j', (productId) => {
    expect(offerSchema.safeParse({ productId, pricePolicyId: '1' }).success).toBe(false);
  });
});
