import { describe, expect, it } from 'vitest';
import { saleProblem } from './sale';

const good = { status: 'online', courseType: 'paid', isPolicyWithdrawn: false } as const;

describe('saleProblem', () => {
  it.each([
    ['a topic course', {}, null],
    ['a degree course', { courseType: null }, null],
    ['a VIP专享 course', { courseType: 'vip' as const }, 'not_sold'],
    ['a module of a degree', { courseType: 'degree_module' as const }, 'not_sold'],
    ['an offline course', { status: 'offline' as const }, 'offline'],
    ['an upcoming course', { status: 'upcoming' as const }, 'upcoming'],
    ['a withdrawn period', { isPolicyWithdrawn: true }, 'policy_withdrawn'],
    ['a withdrawn period of an offline course', { status: 'offline' as const, isPolicyWithdrawn: true }, 'offline'],
  ])('%s', (_what, change, problem) => {
    expect(saleProblem({ ...good, ...change })).toBe(problem);
  });
});
