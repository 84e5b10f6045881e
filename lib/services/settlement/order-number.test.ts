import { describe, expect, it } from 'vitest';
import { isOrderNumber } from '@/lib/domain/order-number';
import { orderNumber } from './order-number';

describe('orderNumber', () => {
  it('begins with the day in Shanghai and is what an address may name', () => {
    const lateInLondon = orderNumber(new Date('2025-06-01T16:00:00Z'));
    expect(lateInLondon).toMatch(/^20250602\d{12}$/);
    expect(isOrderNumber(lateInLondon)).toBe(true);
  });

  it('is not drawn twice in ten thousand draws', () => {
    const now = new Date('2025-06-01T00:00:00Z');
    expect(new Set(Array.from({ length: 10_000 }, () => orderNumber(now))).size).toBe(10_000);
  });
});
