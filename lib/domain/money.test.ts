import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beli, beliToFen, fen, formatYuan, parseYuan, subtractFen, yuanText } from './money';

describe('money', () => {
  it.each([
    [0, '¥0.00', '0.00'],
    [5, '¥0.05', '0.05'],
    [99, '¥0.99', '0.99'],
    [100, '¥1.00', '1.00'],
    [123_456_789, '¥1,234,567.89', '1234567.89'],
  ])('%i fen reads %s and is written %s', (amount, read, written) => {
    expect(formatYuan(amount)).toBe(read);
    expect(yuanText(amount)).toBe(written);
  });

  it('shows a negative difference with its sign', () => expect(formatYuan(-150)).toBe('-¥1.50'));

  it.each(['', '-1', '+1', '1e3', '1.234', '.5', '1.', '1,000', ' 1', '0x10', '1234567890'])(
    '%j is not an amount',
    (text) => {
      expect(parseYuan(text)).toBeNull();
    },
  );

  it.each([
    ['0.1', 10],
    ['0.29', 29],
    ['19.99', 1999],
    ['100000', 10_000_000],
  ])('%s yuan are %i fen', (text, amount) => expect(parseYuan(text)).toBe(amount));

  it('writes and reads every amount back exactly', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (amount) => parseYuan(yuanText(amount)) === amount),
      { numRuns: 5000 },
    );
  });

  it.each([0.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is refused as fen and as 贝里', (amount) => {
    expect(() => fen(amount)).toThrow();
    expect(() => beli(amount)).toThrow();
  });

  it('never goes below zero', () => expect(() => subtractFen(fen(1), fen(2))).toThrow());
  it('takes 1 贝里 as 10 fen', () => expect(beliToFen(beli(15))).toBe(150));
});
