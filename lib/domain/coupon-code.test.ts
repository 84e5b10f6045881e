import { expect, it } from 'vitest';
import { newCode } from './coupon-code';

it('takes each sign from the dice and none that look alike', () => {
  const rolled: number[] = [];
  const all = new Set<string>();
  for (let roll = 0; roll < 32; roll += 1) {
    const code = newCode((below) => {
      rolled.push(below);
      return roll;
    });
    expect(code).toMatch(/^([A-HJ-NP-Z2-9])\1{11}$/);
    all.add(code);
  }
  expect(all.size).toBe(32);
  expect(new Set(rolled)).toEqual(new Set([32]));
});
