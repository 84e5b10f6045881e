import { expect, test } from 'vitest';
import { fenPerDay, recommendedPolicy } from './price-choice';

const policy = (validDays: number, priceFen = 9900) => ({ id: validDays, validDays, priceFen });

test.each([
  [[30, 90, 180], 45, 90],
  [[180, 30, 90], 90, 90],
  [[30, 90], 365, 90],
  [[], 30, undefined],
])('of %j for %i days of study: %s', (days, study, expected) => {
  expect(
    recommendedPolicy(
      days.map((d) => policy(d)),
      study,
    )?.validDays,
  ).toBe(expected);
});

test('fenPerDay rounds half up', () => {
  expect([fenPerDay(policy(30)), fenPerDay(policy(2, 3)), fenPerDay(policy(30, 0))]).toEqual([330, 2, 0]);
});
