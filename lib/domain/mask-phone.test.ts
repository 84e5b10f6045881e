import { expect, it } from 'vitest';
import { maskPhone } from './mask-phone';

it('shows too little to call', () => {
  expect(maskPhone('13812345678')).toBe('138****5678');
  expect(maskPhone('1234567')).toBe('****67');
});
