import { describe, expect, it } from 'vitest';
import { bestBySums, quoteOfChoice } from '@/tests/support/combination-oracles';
import {
  ADVERSARIAL,
  adversarialInstance,
  fixed,
  heldCoupon,
  ordinaryInstance,
  percent,
  TODAY,
  threshold,
  tiedInstance,
} from '@/tests/support/combinations';
import { bestCombination, bestCombinationWithin, type CombinationInput } from './best-combination';
import type { CouponRule, WalletCoupon } from './coupon';
import { describeRule } from './coupon';
import { beli, fen } from './money';
import { priceSettlement, type QuoteLine } from './settlement';

/** Lines are products 1, 2 …; a coupon is named by its rule and numbered as it comes. */
interface Example {
  readonly prices: readonly number[];
  readonly line?: readonly (readonly [product: number, rule: CouponRule, rest?: Partial<WalletCoupon>])[];
  readonly order?: readonly (readonly [rule: CouponRule, rest?: Partial<WalletCoupon>])[];
}

function inputOf({ prices, line = [], order = [] }: Example): CombinationInput {
  const held = [
    ...line.map(([product, rule, rest]) => ({ product, rule, rest })),
    ...order.map(([rule, rest]) => ({ product: null, rule, rest })),
  ];
  return {
    lines: prices.map((price, i) => ({ productId: i + 1, listFen: fen(price) })),
    wallet: held.map(({ product, rule, rest }, i) =>
      heldCoupon(i + 1, rule, product, { name: describeRule(rule).replaceAll('.00', '').replaceAll('¥', ''), ...rest }),
    ),
    today: TODAY,
  };
}

const NONE = null;

describe('the worked examples', () => {
  interface Worked extends Example {
    readonly what: string;
    /** Record ids. */
    readonly lineCoupons: readonly (number | null)[];
    readonly orderCoupon: number | null;
    readonly payable: number;
    readonly overGreedy: number;
    /** 贝里 the student has and wants to use. */
    readonly beli?: number;
    readonly cash: number;
    readonly shares?: (line: QuoteLine) => number;
    readonly split?: readonly number[];
  }

  const examples: readonly Worked[] = [
    {
      what: 'A ¥299 with 7.9 折 pays ¥236.21',
      prices: [29_900],
      line: [[1, percent(79)]],
      lineCoupons: [1],
      orderCoupon: NONE,
      payable: 23_621,
      overGreedy: 0,
      cash: 23_621,
    },
    {
      what: 'A ¥100 and B ¥400: 立减 20 would cost 满 500 减 60; ¥440, where greed pays ¥480',
      prices: [10_000, 40_000],
      line: [[1, fixed(2000)]],
      order: [[threshold(50_000, 6000)]],
      lineCoupons: [NONE, NONE],
      orderCoupon: 2,
      payable: 44_000,
      overGreedy: 4000,
      cash: 44_000,
    },
    {
      what: '33.33 + 33.33 + 33.34 with 立减 10 pays ¥90, split to the fen',
      prices: [3333, 3333, 3334],
      order: [[fixed(1000)]],
      lineCoupons: [NONE, NONE, NONE],
      orderCoupon: 1,
      payable: 9000,
      overGreedy: 0,
      cash: 9000,
      shares: (line) => line.orderDiscountFen,
      split: [333, 333, 334],
    },
    {
      what: 'A ¥99 with 立减 120 pays nothing',
      prices: [9900],
      line: [[1, fixed(12_000)]],
      lineCoupons: [1],
      orderCoupon: NONE,
      payable: 0,
      overGreedy: 0,
      cash: 0,
    },
    {
      what: 'A ¥199.99 with 1500 贝里 leaves ¥49.99 in cash',
      prices: [19_999],
      lineCoupons: [NONE],
      orderCoupon: NONE,
      payable: 19_999,
      overGreedy: 0,
      beli: 1500,
      cash: 4999,
    },
    {
      what: 'A and B ¥500 with 满 800 减 100: ¥450 each, which is what a refund of B gives back',
      prices: [50_000, 50_000],
      order: [[threshold(80_000, 10_000)]],
      lineCoupons: [NONE, NONE],
      orderCoupon: 1,
      payable: 90_000,
      overGreedy: 0,
      cash: 90_000,
      shares: (line) => line.cashFen,
      split: [45_000, 45_000],
    },
  ];

  it.each(examples)('$what', ({ lineCoupons, orderCoupon, payable, overGreedy, beli: held = 0, cash, ...example }) => {
    const input = inputOf(example);
    const best = bestCombination(input);
    expect(best.choice).toEqual({ lineCoupons, orderCoupon });
    expect(best).toMatchObject({ payableFen: payable, savedOverGreedyFen: overGreedy });
    const quote = priceSettlement({
      ...input,
      lines: input.lines.map((line, i) => ({ ...line, pricePolicyId: i, couponRecordId: lineCoupons[i] ?? null })),
      orderCouponRecordId: orderCoupon,
      beli: beli(held),
      availableBeli: beli(held),
    });
    expect(quote).toMatchObject({ cashFen: cash, dropped: [] });
    if (example.shares) expect(quote.lines.map(example.shares)).toEqual(example.split);
  });
});

describe('of choices with one price', () => {
  const choiceOf = (example: Example) => bestCombination(inputOf(example)).choice;

  it('the one with fewer coupons is taken', () => {
    const example = {
      prices: [1000, 500],
      line: [
        [1, fixed(700)],
        [2, fixed(500)],
      ],
      order: [[fixed(1500)]],
    } as const;
    expect(choiceOf(example)).toEqual({ lineCoupons: [null, null], orderCoupon: 3 });
  });

  it('what expires first is used first, then what came first', () => {
    const soon = { validUntil: '2026-06-20' };
    expect(
      choiceOf({
        prices: [1000],
        line: [
          [1, fixed(10)],
          [1, fixed(10), soon],
          [1, fixed(10), soon],
        ],
      }),
    ).toEqual({
      lineCoupons: [2],
      orderCoupon: null,
    });
  });

  it('the sorted lists are compared from the front: the earliest coupon decides, whatever goes with it', () => {
    const until = (day: number) => ({ validUntil: `2026-07-${day}` });
    // Two of three lines must reach ¥6 off; 10th + 31st comes before 11th + 12th.
    const line = [
      [1, fixed(300), until(11)],
      [2, fixed(300), until(12)],
      [3, fixed(300), until(31)],
    ] as const;
    const early = [[3, fixed(300), until(10)]] as const;
    const order = [[threshold(100, 99_999)]] as const;
    expect(choiceOf({ prices: [400, 400, 400], line, order })).toEqual({
      lineCoupons: [null, null, null],
      orderCoupon: 4,
    });
    const short = [[threshold(600, 600)]] as const;
    expect(choiceOf({ prices: [400, 400, 400], line: [...line, ...early], order: short })).toEqual({
      lineCoupons: [1, null, 4],
      orderCoupon: 5,
    });
  });

  it('a coupon that takes nothing off is left in the wallet', () => {
    expect(
      choiceOf({
        prices: [0, 1],
        line: [
          [1, fixed(10)],
          [2, percent(50)],
        ],
        order: [[percent(60)]],
      }),
    ).toEqual({
      lineCoupons: [null, null],
      orderCoupon: null,
    });
  });
});

describe('the sentences', () => {
  const sentencesOf = (example: Example) =>
    bestCombination(inputOf(example)).decisions.map((decision) => decision.sentence);

  it('name the minimum that a line coupon would miss, and what that costs', () => {
    expect(
      sentencesOf({ prices: [10_000, 40_000], line: [[1, fixed(2000)]], order: [[threshold(50_000, 6000)]] }),
    ).toEqual([
      '未用「立减 20」：用了它小计 ¥480.00，不足满减门槛 ¥500.00，反而多付 ¥40.00',
      '选用「满 500 减 60」：小计 ¥500.00，整单减 ¥60.00',
    ]);
  });

  it('compare with what is used instead', () => {
    const line = [
      [1, fixed(2000)],
      [1, fixed(3000)],
    ] as const;
    expect(sentencesOf({ prices: [10_000], line, order: [[fixed(500)], [percent(90)]] })).toEqual([
      '未用「立减 20」：它减 ¥20.00，「立减 30」减 ¥30.00，多付 ¥9.00',
      '选用「立减 30」：这门课减 ¥30.00',
      '未用「立减 5」：它减 ¥5.00，「9 折」减 ¥7.00，多付 ¥2.00',
      '选用「9 折」：小计 ¥70.00，整单减 ¥7.00',
    ]);
  });

  it('say why one of two equals is used', () => {
    const line = [
      [1, fixed(2000), { name: '甲' }],
      [1, fixed(2000), { name: '乙', validUntil: '2026-07-01' }],
    ] as const;
    const order = [
      [fixed(500), { name: '丙' }],
      [fixed(500), { name: '丁' }],
    ] as const;
    expect(sentencesOf({ prices: [10_000], line, order })).toEqual([
      '选用「乙」：这门课减 ¥20.00',
      '未用「甲」：它减 ¥20.00，「乙」减 ¥20.00，同样应付 ¥75.00，先用先到期的「乙」（2026-07-01）',
      '选用「丙」：小计 ¥80.00，整单减 ¥5.00',
      '未用「丁」：它减 ¥5.00，「丙」减 ¥5.00，同样应付 ¥75.00，两张同一天到期，先用先领的「丙」',
    ]);
  });

  it('say that a coupon would be spent for nothing', () => {
    expect(sentencesOf({ prices: [1000], line: [[1, fixed(300)]], order: [[fixed(1000)]] })).toEqual([
      '未用「立减 3」：它减 ¥3.00，同样应付 ¥0.00，少用一张券',
      '选用「立减 10」：小计 ¥10.00，整单减 ¥10.00',
    ]);
  });

  it('say of a minimum that is missed either way what the other coupon would cost', () => {
    const order = [[threshold(90_000, 100)], [fixed(500)]] as const;
    expect(sentencesOf({ prices: [90_000], line: [[1, fixed(9000)]], order })).toEqual([
      '选用「立减 90」：这门课减 ¥90.00',
      '未用「满 900 减 1」：小计 ¥810.00，不足它的门槛 ¥900.00，用不上，换它多付 ¥5.00',
      '选用「立减 5」：小计 ¥810.00，整单减 ¥5.00',
    ]);
  });
});

describe('at the limits: 20 lines, 10 coupons each, 20 for the order', () => {
  const instances = [
    ...[1, 2, 3, 4].map((seed) => ({ what: `ordinary prices ${seed}`, input: ordinaryInstance(seed) })),
    ...ADVERSARIAL.map((kind) => ({ what: kind, input: adversarialInstance(kind, 1, 50_000) })),
  ];

  it.each(instances)('$what: the pipeline agrees, and no single change does better', ({ input }) => {
    expect(input.wallet).toHaveLength(220);
    const best = bestCombination(input);
    expect(quoteOfChoice(input, best.choice)).toMatchObject({ cashFen: best.payableFen, dropped: [] });
    const { lineCoupons, orderCoupon } = best.choice;
    for (const { recordId, productId } of input.wallet) {
      const line = input.lines.findIndex((candidate) => candidate.productId === productId);
      const changed = line < 0 ? lineCoupons : lineCoupons.with(line, recordId);
      const quote = quoteOfChoice(input, { lineCoupons: changed, orderCoupon: line < 0 ? recordId : orderCoupon });
      expect(quote.cashFen).toBeGreaterThanOrEqual(best.payableFen);
    }
  });

  it.each([1, 2, 3])('small prices, where sums meet all the time: an independent search agrees (%i)', (seed) => {
    const input = tiedInstance(seed);
    const best = bestCombination(input);
    const expected = bestBySums(input);
    const ids = [...best.choice.lineCoupons, best.choice.orderCoupon].filter((id) => id !== null);
    expect(best.payableFen).toBe(expected.payable);
    expect(new Set(ids)).toEqual(new Set(expected.coupons.map((coupon) => coupon.recordId)));
  });

  it('gives up after the steps it is allowed, always at the same place', () => {
    const input = adversarialInstance('ladders', 2, 20_000);
    let enough = 1;
    while (!bestCombinationWithin(enough, input)) enough *= 2;
    expect(bestCombinationWithin(enough, input)).toEqual(bestCombination(input));
    expect(bestCombinationWithin(enough / 2, input)).toBeNull();
    expect(enough).toBeGreaterThan(1000);
  });
});

it('a product settled twice is a bug of the caller', () => {
  const line = { productId: 1, listFen: fen(100) };
  expect(() => bestCombination({ lines: [line, line], wallet: [], today: TODAY })).toThrow('settled twice');
});
