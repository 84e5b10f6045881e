import { expect, it } from 'vitest';
import { countOf, isUnderWay, progressDelay } from './campaign-progress';

it('is under way while a message may still leave', () => {
  expect(isUnderWay({ accepted: 3, failed: 1 })).toBe(false);
  expect(isUnderWay({ accepted: 3, queued: 1 })).toBe(true);
  expect(isUnderWay({ sending: 1 })).toBe(true);
});

it('counts several states together', () =>
  expect(countOf({ accepted: 3, failed: 1 }, ['accepted', 'delivered'])).toBe(3));

it('asks every second while there is news, then less and less', () => {
  expect([0, 1, 2, 20].map(progressDelay)).toEqual([1000, 1500, 2250, 20_000]);
});
