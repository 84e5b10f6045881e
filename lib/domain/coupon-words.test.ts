import { describe, expect, it } from 'vitest';
import { centreState, claimedPercent } from './centre-coupon';
import { copyExpiry, couponFace, offeredDays, shortRule } from './coupon-words';
import { fen } from './money';

const TODAY = '2026-06-15';

describe('a coupon on its face', () => {
  it.each([
    [{ kind: 'fixed', valueFen: fen(550) } as const, '¥5.50', '无门槛', '立减 ¥5.50'],
    [
      { kind: 'threshold', valueFen: fen(6000), minimumFen: fen(100_000) } as const,
      '¥60',
      '满 ¥1,000 可用',
      '满 ¥1,000 减 ¥60',
    ],
    [{ kind: 'percent', offPercent: 79, maxDiscountFen: null } as const, '7.9 折', '无门槛', '7.9 折'],
    [{ kind: 'percent', offPercent: 80, maxDiscountFen: fen(5000) } as const, '8 折', '最多减 ¥50', '8 折'],
  ])('%j', (rule, headline, condition, short) => {
    expect(couponFace(rule)).toEqual({ headline, condition });
    expect(shortRule(rule)).toBe(short);
  });

  it('says when it could be used', () => {
    expect(offeredDays({ validFrom: null, validUntil: null, validDaysAfterClaim: 30 })).toBe('领取后 30 天内有效');
    const dates = { validFrom: '2026-06-01', validUntil: '2026-06-30', validDaysAfterClaim: null };
    expect(offeredDays(dates)).toBe('2026-06-01 至 2026-06-30 可用');
  });
});

describe('copyExpiry', () => {
  it.each([
    ['2026-06-14', '2026-06-14 已过期', false],
    ['2026-06-15', '今天过期', true],
    ['2026-06-18', '3 天后过期', true],
    ['2026-06-22', '7 天后过期', true],
    ['2026-06-23', '有效期至 2026-06-23', false],
  ])('until %s: %s', (validUntil, words, isUrgent) =>
    expect(copyExpiry({ validFrom: '2026-06-01', validUntil }, TODAY)).toEqual({ words, isUrgent }),
  );

  it('says from when a copy is good that is not yet', () => {
    const words = '2026-06-16 起可用，至 2026-06-17';
    expect(copyExpiry({ validFrom: '2026-06-16', validUntil: '2026-06-17' }, TODAY)).toEqual({
      words,
      isUrgent: false,
    });
  });
});

describe('the coupon centre', () => {
  const open = { claimFrom: TODAY, perAccountLimit: 2, quantity: 10, claimed: 9, held: 1 };

  it.each([
    [{}, 'claimable'],
    [{ claimFrom: '2026-06-16' }, 'soon'],
    [{ held: 2 }, 'had'],
    [{ held: 2, claimed: 10 }, 'had'],
    [{ claimed: 10 }, 'sold_out'],
    [{ quantity: null, claimed: 10 }, 'claimable'],
  ])('%j is %s', (change, state) => expect(centreState({ ...open, ...change }, TODAY)).toBe(state));

  it.each([
    [0, 1000, 0],
    [1, 1000, 1],
    [999, 1000, 99],
    [1000, 1000, 100],
    [5, null, null],
  ])('%s of %s claimed: %s %%', (claimed, quantity, percent) =>
    expect(claimedPercent({ claimed, quantity })).toBe(percent),
  );
});
