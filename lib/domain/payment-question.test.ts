import { expect, it } from 'vitest';
import { nextQuestion } from './payment-question';

const BEGUN = new Date('2026-03-10T04:00:00Z');
const EXPIRES = new Date('2026-03-10T04:30:00Z');

it('asks less and less often, and once more when it can no longer be paid', () => {
  const asked: string[] = [];
  let now: Date | null = BEGUN;
  while (now !== null && asked.length < 20) {
    now = nextQuestion(asked.length, now, EXPIRES);
    if (now) asked.push(now.toISOString().slice(11, 16));
  }
  expect(asked).toEqual(['04:01', '04:03', '04:08', '04:18', '04:28', '04:31']);
});

it('is over after that', () => {
  expect(nextQuestion(0, new Date('2026-03-10T04:31:00Z'), EXPIRES)).toBeNull();
});
