import { expect, it } from 'vitest';
import {
  conversionOf,
  daySeries,
  discountSeries,
  lagText,
  OVERVIEW_DAYS,
  percentText,
  refundRateOf,
  revenueOf,
  sumLast,
} from './overview';

// 23:59:59 and 00:00:00 in Shanghai.
const LATE = new Date('2026-03-01T15:59:59Z');
const MIDNIGHT = new Date('2026-03-01T16:00:00Z');

it('ends with the day it is in Shanghai and leaves no day out', () => {
  const series = daySeries(LATE, []);
  expect(series).toHaveLength(OVERVIEW_DAYS);
  expect([series[0]?.day, series.at(-1)?.day]).toEqual(['2026-01-31', '2026-03-01']);
  expect(daySeries(MIDNIGHT, []).at(-1)?.day).toBe('2026-03-02');
});

it('sums the last days and drops what lies outside', () => {
  const series = daySeries(LATE, [
    { day: '2026-03-01', receivedFen: 100, paidOrders: 1, lagSeconds: 61.4 },
    { day: '2026-03-01', newStudents: 2 },
    { day: '2026-02-23', receivedFen: 30, refundedFen: 200 },
    { day: '2026-02-22', receivedFen: 7 },
    { day: '2026-01-30', receivedFen: 5000 },
  ]);
  expect(sumLast(series, 1)).toMatchObject({ receivedFen: 100, paidOrders: 1, newStudents: 2, failedMessages: 0 });
  expect(sumLast(series, 7).receivedFen).toBe(130);
  expect(revenueOf(sumLast(series, 7))).toBe(-70);
  expect(sumLast(series, OVERVIEW_DAYS).receivedFen).toBe(137);
  expect(series.map(({ lagSeconds }) => lagSeconds).filter((lag) => lag !== null)).toEqual([61.4]);
});

it('compares only what there is', () => {
  const figures = sumLast(daySeries(LATE, [{ day: '2026-03-01', placedOrders: 3, placedPaid: 2 }]), 1);
  expect([conversionOf(figures), refundRateOf(figures)]).toEqual([66.7, null]);
  expect(refundRateOf({ ...figures, receivedFen: 30_000, paidBackFen: 10_000 })).toBe(33.3);
  expect([percentText(66.7), percentText(0), percentText(null)]).toEqual(['66.7%', '0%', '—']);
});

it.each([
  [null, '—'],
  [0.4, '0 秒'],
  [59.6, '1 分 0 秒'],
  [200, '3 分 20 秒'],
  [3900, '1 小时 5 分'],
])('%s seconds are %s', (seconds, text) => {
  expect(lagText(seconds)).toBe(text);
});

it('ranks the coupons and gathers the rest', () => {
  const row = (familyId: number, discountFen: number, day = '2026-03-01') => ({
    day,
    familyId,
    name: `券 ${familyId}`,
    discountFen,
  });
  const { series, days } = discountSeries(LATE, [row(1, 10), row(2, 300), row(3, 5), row(1, 20, '2026-02-28')], 2);
  expect(series.map(({ name }) => name)).toEqual(['券 2', '券 1', '其他券']);
  expect(days).toHaveLength(OVERVIEW_DAYS);
  expect(days.slice(-2).map(({ discounts }) => discounts)).toEqual([
    { c2: 0, c1: 20, rest: 0 },
    { c2: 300, c1: 10, rest: 5 },
  ]);
  expect(discountSeries(LATE, [row(1, 10)]).series).toEqual([{ key: 'c1', name: '券 1' }]);
  expect(discountSeries(LATE, []).series).toEqual([]);
});
