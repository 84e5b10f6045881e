import { expect, it } from 'vitest';
import { cartCommandSchema } from './cart';
import { readCommand } from './cart-preview';

const FORMS = [
  { intent: 'select', productId: '7', isSelected: '1' },
  { intent: 'select-all', isSelected: '0' },
  { intent: 'change-policy', productId: '7', pricePolicyId: '9' },
  { intent: 'remove', productId: '7' },
  { intent: 'restore', productId: '7', pricePolicyId: '9', isSelected: '1' },
  { intent: 'clean-up' },
];

it.each(FORMS)('reads $intent as the server does', (fields) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  expect(readCommand(form)).toEqual(cartCommandSchema.parse(fields));
});

it('knows no other intent', () => expect(readCommand(new FormData())).toBeNull());
