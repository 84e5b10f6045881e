import { describe, expect, it } from 'vitest';
import { formatCountdown, pollDelay } from './pay-status';
import { isWeChatBrowser, methodFor } from './payment';

describe('the cashier for a browser', () => {
  it.each([
    ['wap', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1'],
    ['wap', 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36'],
    ['wap', 'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 Safari/537.36 ArkWeb Mobile'],
    ['page', 'Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36'],
    [
      'page',
      'Mozilla/5.0 (iPad; CPU OS 12_0 like Mac OS X) AppleWebKit/605.1.15 Version/12.0 Mobile/15E148 Safari/604.1',
    ],
    ['page', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36'],
    ['page', ''],
  ])('is %s for %s', (method, userAgent) => {
    expect(methodFor(userAgent)).toBe(method);
  });

  it("knows WeChat's own browser", () => {
    expect(isWeChatBrowser('Mozilla/5.0 (iPhone) Mobile/15E148 MicroMessenger/8.0.44')).toBe(true);
    expect(isWeChatBrowser('Mozilla/5.0 (iPhone) Mobile/15E148 Safari')).toBe(false);
  });
});

describe('waiting for a payment', () => {
  it.each([
    [30 * 60_000, '30:00'],
    [29 * 60_000 + 59_001, '30:00'],
    [61_000, '01:01'],
    [1, '00:01'],
    [0, '00:00'],
    [-5000, '00:00'],
  ])('%i ms are shown as %s', (left, shown) => {
    expect(formatCountdown(left)).toBe(shown);
  });

  it('asks every 2 seconds at first, then less and less often, at least every 15', () => {
    const delays = Array.from({ length: 60 }, (_, times) => pollDelay(times));
    expect(delays[0]).toBe(2000);
    expect(delays[10]).toBe(2000);
    expect(delays.at(-1)).toBe(15_000);
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));
  });
});
