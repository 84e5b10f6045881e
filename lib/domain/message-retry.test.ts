import { describe, expect, it } from 'vitest';
import { isRecognised, retryAt } from './message-retry';

const NOW = new Date('2026-03-02T15:59:00Z');
const secondsLater = (at: Date | null) => at && (at.getTime() - NOW.getTime()) / 1000;
const next = (attempts: number, pace: 'soon' | 'hourly' | 'tomorrow', spread = 0) =>
  secondsLater(retryAt({ now: NOW, attempts, pace, spread }));

describe('trying again', () => {
  it('soon: half a minute, doubling, at most an hour', () => {
    expect([1, 2, 3, 7, 8, 11].map((attempts) => next(attempts, 'soon'))).toEqual([30, 60, 120, 1920, 3600, 3600]);
  });
  it('is spread over a quarter more', () => expect(next(1, 'soon', 0.8)).toBeCloseTo(36));
  it('hourly, whatever the attempt', () => expect([next(1, 'hourly'), next(9, 'hourly')]).toEqual([3600, 3600]));
  it('tomorrow: after midnight in Beijing, which is a minute away', () => {
    expect([next(1, 'tomorrow'), next(1, 'tomorrow', 0.5)]).toEqual([120, 120 + 1800]);
  });
  it('is given up after 12', () => expect([next(12, 'soon'), next(12, 'tomorrow')]).toEqual([null, null]));
});

it('a card is recognised while its repetition can still arrive within ten minutes', () => {
  const at = (seconds: number) => isRecognised(NOW, new Date(NOW.getTime() + seconds * 1000));
  expect([at(0), at(539), at(540), at(600)]).toEqual([true, true, false, false]);
});
