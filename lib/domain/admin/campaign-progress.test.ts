import { expect, it } from 'vitest';
import {
  countOf,
  durationWords,
  isSettled,
  isUnderWay,
  type Progress,
  progressDelay,
  secondsLeft,
} from './campaign-progress';

it('is under way until it is over and every message has left', () => {
  expect(isUnderWay({ status: 'finished', counts: { accepted: 3, failed: 1 } })).toBe(false);
  expect(isUnderWay({ status: 'cancelled', counts: { accepted: 3, queued: 1 } })).toBe(true);
  expect(isUnderWay({ status: 'scheduled', counts: {} })).toBe(true);
  expect(isUnderWay({ status: 'running', counts: { accepted: 3 } })).toBe(true);
});

it('is settled once WeChat has nothing left to report', () => {
  expect(isSettled({ status: 'finished', counts: { accepted: 1 } })).toBe(false);
  expect(isSettled({ status: 'finished', counts: { delivered: 1, failed: 2 } })).toBe(true);
});

it('counts several states together', () =>
  expect(countOf({ accepted: 3, failed: 1 }, ['accepted', 'delivered'])).toBe(3));

const RUNNING: Progress = {
  status: 'running',
  isFilled: true,
  counts: { queued: 900, sending: 100, accepted: 500 },
  recent: { messages: 500, seconds: 50 },
  retryable: 0,
  total: 0,
  pageCount: 0,
  rows: [],
};

it('goes on as fast as it did in the last minutes', () => {
  expect(secondsLeft(RUNNING)).toBe(100);
  expect(secondsLeft({ ...RUNNING, recent: { messages: 0, seconds: 120 } })).toBeNull();
  expect(secondsLeft({ ...RUNNING, isFilled: false })).toBeNull();
  expect(secondsLeft({ ...RUNNING, status: 'paused' })).toBeNull();
});

it('says how long in words', () =>
  expect([0, 59, 60, 61, 5399, 5400].map(durationWords)).toEqual([
    '约 1 秒',
    '约 59 秒',
    '约 1 分钟',
    '约 2 分钟',
    '约 2 小时',
    '约 2 小时',
  ]));

it('asks every second while there is news, then less and less', () => {
  expect([0, 1, 2, 20].map(progressDelay)).toEqual([1000, 1500, 2250, 20_000]);
});
