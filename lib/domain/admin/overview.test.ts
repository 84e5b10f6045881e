import { expect, it } from 'vitest';
import { daySeries, OVERVIEW_DAYS, sumLast } from './overview';

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
    { day: '2026-03-01', revenueFen: 100, paidOrders: 1 },
    { day: '2026-03-01', newStudents: 2 },
    { day: '2026-02-23', revenueFen: 30 },
    { day: '2026-02-22', revenueFen: 7 },
    { day: '2026-01-30', revenueFen: 5000 },
  ]);
  expect(sumLast(series, 1)).toMatchObject({ revenueFen: 100, paidOrders: 1, newStudents: 2, failedMessages: 0 });
  expect(sumLast(series, 7).revenueFen).toBe(130);
  expect(sumLast(series, OVERVIEW_DAYS).revenueFen).toBe(137);
});
