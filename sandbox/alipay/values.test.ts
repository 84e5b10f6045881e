import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatYuan, parseYuan } from './amount';
import { formatBeijing, formatBeijingMs, nextBeijingMidnight, parseBeijing } from './beijing-time';
import { formatLeft } from './countdown';

describe('amounts', () => {
  it('read back what they write, for every fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
        expect(parseYuan(formatYuan(fen))).toBe(fen);
      }),
    );
  });

  it.each(['', '.5', '5.', '1.234', '+1', '-1', '1e2', '0x1', ' 1', '1 ', '１', 'NaN', '00', '1,000'])(
    '%j is none',
    (text) => {
      expect(parseYuan(text)).toBeNull();
    },
  );
});

describe('Beijing time', () => {
  it('reads back what it writes, for every second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (s) => {
        expect(parseBeijing(formatBeijing(s * 1000))).toBe(s * 1000);
      }),
    );
  });

  it('is UTC+8', () => {
    const at = Date.parse('2026-12-31T16:00:00.007Z');
    expect(formatBeijingMs(at)).toBe('2027-01-01 00:00:00.007');
    expect(nextBeijingMidnight(at) - at).toBe(86_400_000 - 7);
  });

  it.each([
    '2026-02-29 00:00:00',
    '2026-1-1 00:00:00',
    '2026-01-01 24:00:00',
    '2026-01-01T00:00:00',
    '2026-13-01 00:00:00',
    '',
  ])('%j is none', (text) => expect(parseBeijing(text)).toBeNull());
});

it.each([
  [0, '0 秒'],
  [1, '1 秒'],
  [59_001, '1 分 0 秒'],
  [1_799_000, '29 分 59 秒'],
  [3_600_000, '1 小时 0 分'],
  [15 * 86_400_000, '15 天 0 小时'],
])('%d ms left read %s', (ms, text) => expect(formatLeft(ms)).toBe(text));
