import { describe, expect, it } from 'vitest';
import { fen } from '@/lib/domain/money';
import { brokenPromises, type CouponDraft, draftOf, draftRule, parseRate, previewRule } from './coupon-draft';

const DRAFT: CouponDraft = {
  name: '券',
  brief: '',
  kind: 'threshold',
  channel: 'centre',
  product: '',
  value: '20',
  minimum: '100',
  rate: '',
  cap: '',
  quantity: '',
  perAccountLimit: '1',
  claimFrom: '2026-06-01',
  claimUntil: '2026-06-30',
  validity: 'dates',
  validFrom: '2026-06-01',
  validUntil: '2026-07-31',
  validDays: '',
};

it.each([
  ['7.9', 79],
  [' 8 ', 80],
  ['0.1', 1],
  ['9.9', 99],
  ['0', null],
  ['10', null],
  ['7.95', null],
  ['', null],
])('%j 折 pays %j percent', (text, percent) => expect(parseRate(text)).toBe(percent));

describe('the rule of a draft', () => {
  it('is there once it is complete', () => {
    expect(draftRule(DRAFT)).toEqual({ kind: 'threshold', valueFen: 2000, minimumFen: 10_000 });
    expect(draftRule({ ...DRAFT, minimum: '' })).toBeNull();
    expect(draftRule({ ...DRAFT, kind: 'fixed', minimum: '' })).toEqual({ kind: 'fixed', valueFen: 2000 });
    expect(draftRule({ ...DRAFT, kind: 'percent', rate: '7.9', cap: '50' })).toEqual({
      kind: 'percent',
      offPercent: 79,
      maxDiscountFen: 5000,
    });
    expect(draftRule({ ...DRAFT, kind: 'percent', rate: '7.9', cap: 'x' })).toBeNull();
  });

  it('prices an example as an order would', () => {
    expect(previewRule({ kind: 'percent', offPercent: 79, maxDiscountFen: null }, fen(29_900))).toEqual({
      usable: true,
      discountFen: 6279,
      payFen: 23_621,
    });
    expect(previewRule({ kind: 'threshold', valueFen: fen(2000), minimumFen: fen(10_000) }, fen(9_999))).toEqual({
      usable: false,
      reason: '不足门槛，还差 ¥0.01',
    });
  });
});

describe('broken promises', () => {
  it.each([
    [{}, []],
    [{ value: '20.00', name: ' 券 ' }, []],
    [{ quantity: '5', perAccountLimit: '2', channel: 'grant', claimUntil: '2026-07-01' } as const, []],
    [{ rate: '5', cap: '3', validDays: '9' }, []],
    [{ value: '21', minimum: '90' }, ['减免金额', '门槛']],
    [{ kind: 'percent', rate: '8' } as const, ['类型', '折扣']],
    [{ product: 'python-core', validity: 'days', validDays: '7' } as const, ['适用课程', '有效期']],
    [{ name: '新券', brief: '新' }, ['名称', '说明']],
  ])('of %j are %j', (part, labels) => expect(brokenPromises(DRAFT, { ...DRAFT, ...part })).toEqual(labels));
});

it('begins with what is stored', () => {
  const terms = {
    name: '券',
    brief: '',
    kind: 'percent',
    channel: 'code',
    productId: 7,
    valueFen: null,
    minimumFen: null,
    offPercent: 79,
    maxDiscountFen: fen(1050),
    claimFrom: '2026-06-01',
    claimUntil: '2026-06-30',
    validFrom: null,
    validUntil: null,
    validDaysAfterClaim: 7,
    quantity: null,
    perAccountLimit: 2,
  } as const;
  const draft = draftOf(terms, 'python-core');
  expect(draft).toMatchObject({ rate: '7.9', cap: '10.50', product: 'python-core', validity: 'days', validDays: '7' });
  expect(draftRule(draft)).toEqual({ kind: 'percent', offPercent: 79, maxDiscountFen: 1050 });
});
