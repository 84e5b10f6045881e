import { describe, expect, it } from 'vitest';
import { type ClaimFacts, claimRefusal, copyDays } from './coupon-claim';

const TODAY = '2026-06-15';
const OPEN: ClaimFacts = {
  channel: 'centre',
  claimFrom: TODAY,
  claimUntil: TODAY,
  validFrom: TODAY,
  validUntil: TODAY,
  validDaysAfterClaim: null,
  isStopped: false,
  isSuperseded: false,
  quantity: 10,
  claimed: 9,
  perAccountLimit: 2,
  held: 1,
};

describe('claimRefusal', () => {
  it.each([
    ['on its only day, with one left', {}, null],
    ['without limit', { quantity: null, claimed: 99 }, null],
    ['by another channel', { channel: 'code' as const }, 'hidden'],
    ['stopped', { isStopped: true }, 'stopped'],
    ['superseded', { isSuperseded: true }, 'stopped'],
    ['the day before', { claimFrom: '2026-06-16', claimUntil: '2026-06-16' }, 'soon'],
    ['the day after', { claimFrom: '2026-06-14', claimUntil: '2026-06-14' }, 'over'],
    ['no longer of use', { validFrom: '2026-06-14', validUntil: '2026-06-14' }, 'over'],
    ['sold out', { claimed: 10 }, 'sold_out'],
    ['had twice', { held: 2 }, 'limit_reached'],
    ['had twice and sold out', { held: 2, claimed: 10 }, 'limit_reached'],
  ])('%s', (_what, change, refusal) => expect(claimRefusal({ ...OPEN, ...change }, TODAY, ['centre'])).toBe(refusal));
});

describe('copyDays', () => {
  it('counts the day of the claim', () => {
    const days = { validFrom: null, validUntil: null };
    expect(copyDays({ ...days, validDaysAfterClaim: 1 }, TODAY)).toEqual({ validFrom: TODAY, validUntil: TODAY });
    expect(copyDays({ ...days, validDaysAfterClaim: 30 }, '2026-02-01').validUntil).toBe('2026-03-02');
    expect(() => copyDays({ ...days, validDaysAfterClaim: null }, TODAY)).toThrow('either');
  });
});
