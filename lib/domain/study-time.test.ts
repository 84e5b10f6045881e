import { expect, it } from 'vitest';
import { formatStudyTime } from './study-time';

it.each([
  ['video', 0, '0:00'],
  ['video', 14, '0:14'],
  ['video', 309, '5:09'],
  ['video', 3909, '1:05:09'],
  ['document', 480, '约 8 分钟'],
  ['exercise', 10, '约 1 分钟'],
] as const)('%s of %i s: %s', (kind, seconds, text) => {
  expect(formatStudyTime(kind, seconds)).toBe(text);
});
