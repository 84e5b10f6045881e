import { describe, expect, it } from 'vitest';
import { codesSchema, couponSchema, newCouponSchema } from './coupon-form';

const FIXED = {
  name: ' 新人券 ',
  brief: '',
  kind: 'fixed',
  channel: 'centre',
  product: '',
  value: '20',
  quantity: '',
  perAccountLimit: '1',
  claimFrom: '2026-06-01',
  claimUntil: '2026-06-30',
  validity: 'dates',
  validFrom: '2026-06-01',
  validUntil: '2026-07-31',
};
const problems = (fields: Record<string, string>) =>
  newCouponSchema.safeParse({ ...FIXED, ...fields }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the form of a coupon', () => {
  it('reads a 立减', () => {
    expect(newCouponSchema.parse(FIXED)).toEqual({
      name: '新人券',
      brief: '',
      kind: 'fixed',
      channel: 'centre',
      product: null,
      valueFen: 2000,
      minimumFen: null,
      offPercent: null,
      maxDiscountFen: null,
      quantity: null,
      perAccountLimit: 1,
      claimFrom: '2026-06-01',
      claimUntil: '2026-06-30',
      validFrom: '2026-06-01',
      validUntil: '2026-07-31',
      validDaysAfterClaim: null,
    });
  });

  it('reads what the kind needs, whatever else was sent', () => {
    expect(newCouponSchema.parse({ ...FIXED, kind: 'threshold', minimum: '100', rate: 'x', cap: 'y' })).toMatchObject({
      valueFen: 2000,
      minimumFen: 10_000,
      offPercent: null,
    });
    expect(newCouponSchema.parse({ ...FIXED, kind: 'percent', value: 'x', rate: '7.9', cap: '' })).toMatchObject({
      valueFen: null,
      offPercent: 79,
      maxDiscountFen: null,
    });
    expect(newCouponSchema.parse({ ...FIXED, kind: 'percent', rate: '8', cap: '99.50' })).toMatchObject({
      offPercent: 80,
      maxDiscountFen: 9950,
    });
    expect(
      newCouponSchema.parse({ ...FIXED, validity: 'days', validDays: '7', validFrom: '', validUntil: '' }),
    ).toMatchObject({ validDaysAfterClaim: 7, validFrom: null, validUntil: null });
    expect(newCouponSchema.parse({ ...FIXED, quantity: '50', product: ' Python-Core ' })).toMatchObject({
      quantity: 50,
      product: 'python-core',
    });
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ value: '0' }, 'value'],
    [{ value: '-1' }, 'value'],
    [{ value: '1e3' }, 'value'],
    [{ value: '100001' }, 'value'],
    [{ kind: 'threshold', minimum: '19.99' }, 'minimum'],
    [{ kind: 'threshold' }, 'minimum'],
    [{ kind: 'percent', rate: '10' }, 'rate'],
    [{ kind: 'percent', rate: '0' }, 'rate'],
    [{ kind: 'percent', rate: '7.95' }, 'rate'],
    [{ kind: 'percent', rate: '8', cap: '0' }, 'cap'],
    [{ kind: 'gift' }, 'kind'],
    [{ channel: 'none' }, 'channel'],
    [{ quantity: '0' }, 'quantity'],
    [{ quantity: '1.5' }, 'quantity'],
    [{ perAccountLimit: '' }, 'perAccountLimit'],
    [{ claimUntil: '2026-05-31' }, 'claimUntil'],
    [{ claimFrom: '2026-02-30' }, 'claimFrom'],
    [{ validUntil: '2026-05-31' }, 'validUntil'],
    [{ validUntil: '2026-06-29' }, 'validUntil'],
    [{ validity: 'days', validDays: '0' }, 'validDays'],
  ])('refuses %j beside the field', (fields, field) => expect(problems(fields)).toEqual([field]));

  it('knows what it was filled with when it is an edit', () => {
    const edit = { ...FIXED, id: '7', version: '0'.repeat(32), copies: '1' };
    expect(couponSchema.parse(edit)).toMatchObject({ id: 7, copies: true, input: { name: '新人券' } });
    expect(couponSchema.safeParse({ ...edit, id: 'x' }).success).toBe(false);
  });
});

describe('the form of codes', () => {
  const BATCH = { id: '7', batchId: '5c2b5a7e-54f4-4a8e-9a5c-0a3f3b8b8f10' };
  it('reads both kinds', () => {
    expect(codesSchema.parse({ ...BATCH, mode: 'single', count: '1000' })).toMatchObject({ count: 1000 });
    expect(codesSchema.parse({ ...BATCH, mode: 'shared', word: ' luffy2026 ', maxUses: '5' })).toMatchObject({
      word: 'LUFFY2026',
      maxUses: 5,
    });
    expect(codesSchema.parse({ ...BATCH, mode: 'shared', word: '', maxUses: '5' })).toMatchObject({ word: null });
  });
  it.each([
    { mode: 'single', count: '1001' },
    { mode: 'single', count: '0' },
    { mode: 'shared', word: 'ab', maxUses: '5' },
    { mode: 'shared', word: '海贼王海贼', maxUses: '5' },
    { mode: 'shared', word: 'LUFFY', maxUses: '0' },
    { mode: 'other' },
  ])('refuses %j', (fields) => expect(codesSchema.safeParse({ ...BATCH, ...fields }).success).toBe(false));
});
