import type { CouponRule } from '@/lib/domain/coupon';
import type { CouponChannel } from '@/lib/domain/coupon-kinds';
import { fen } from '@/lib/domain/money';

/** First and last day, counted from the day of seeding. */
type Window = readonly [from: number, until: number];

export interface CouponSeed {
  readonly key: string;
  readonly name: string;
  readonly brief: string;
  readonly rule: CouponRule;
  readonly channel: CouponChannel;
  /** Slug of the product it is bound to; null: for a whole order. */
  readonly product: string | null;
  readonly claim: Window;
  /** Fixed dates, or a number of days from the claim. */
  readonly valid: Window | number;
  readonly quantity: number | null;
  readonly perAccountLimit: number;
  /** Can also be had by typing this code. */
  readonly code: string | null;
}

const BASE = {
  channel: 'centre',
  claim: [-7, 60],
  valid: [-7, 60],
  quantity: null,
  perAccountLimit: 1,
  code: null,
} as const;

export const COUPONS: readonly CouponSeed[] = [
  {
    ...BASE,
    key: 'threshold-500',
    name: '满 500 减 60',
    brief: '课程与学位课可凑单。',
    rule: { kind: 'threshold', minimumFen: fen(50_000), valueFen: fen(6_000) },
    product: null,
    quantity: 5_000,
  },
  {
    ...BASE,
    key: 'percent-90',
    name: '全场 9 折',
    brief: '每门课、每次结算都算得上。',
    rule: { kind: 'percent', offPercent: 90, maxDiscountFen: fen(10_000) },
    product: null,
    valid: 30,
    quantity: 2_000,
  },
  {
    ...BASE,
    key: 'five-yuan',
    name: '新同学 5 元券',
    brief: '第一门课就能用。',
    rule: { kind: 'fixed', valueFen: fen(500) },
    product: null,
    perAccountLimit: 2,
    code: 'STRAWHAT',
  },
  {
    ...BASE,
    key: 'python-20',
    name: 'Python 入门立减 20',
    brief: '送给第一次写代码的你。',
    rule: { kind: 'fixed', valueFen: fen(2_000) },
    product: 'python-from-zero',
    quantity: 800,
  },
  {
    ...BASE,
    key: 'postgresql-79',
    name: 'PostgreSQL 优化 7.9 折',
    brief: '不设上限，有效期越长省得越多。',
    rule: { kind: 'percent', offPercent: 79, maxDiscountFen: null },
    product: 'postgresql-tuning',
    quantity: 300,
  },
  {
    ...BASE,
    key: 'react-30',
    name: 'React 课程立减 30',
    brief: '50 张，领完为止。',
    rule: { kind: 'fixed', valueFen: fen(3_000) },
    product: 'react-typescript',
    valid: 14,
    quantity: 50,
  },
  {
    ...BASE,
    key: 'rag-threshold',
    name: '大模型课满 400 减 80',
    brief: '选择较长有效期更划算。',
    rule: { kind: 'threshold', minimumFen: fen(40_000), valueFen: fen(8_000) },
    product: 'rag-in-practice',
    quantity: 300,
  },
  {
    ...BASE,
    key: 'fullstack-500',
    name: '全栈学位课满 5000 减 500',
    brief: '报读全年，一次省下。',
    rule: { kind: 'threshold', minimumFen: fen(500_000), valueFen: fen(50_000) },
    product: 'python-fullstack',
    quantity: 200,
  },
  {
    ...BASE,
    key: 'data-ai-88',
    name: '数据与人工智能学位课 8.8 折',
    brief: '转行的同学用得上。',
    rule: { kind: 'percent', offPercent: 88, maxDiscountFen: fen(150_000) },
    product: 'data-ai-engineer',
    quantity: 100,
  },
  {
    ...BASE,
    key: 'expired-10',
    name: '返校季 10 元券',
    brief: '已过使用日期。',
    rule: { kind: 'fixed', valueFen: fen(1_000) },
    product: null,
    claim: [-60, -20],
    valid: [-60, -3],
  },
  {
    ...BASE,
    key: 'anniversary-150',
    name: '周年庆满 1000 减 150',
    brief: '周年庆当周开始可用，现在可以先领。',
    rule: { kind: 'threshold', minimumFen: fen(100_000), valueFen: fen(15_000) },
    product: null,
    valid: [10, 40],
    quantity: 1_000,
  },
  {
    ...BASE,
    key: 'next-month-40',
    name: '下月开抢 满 300 减 40',
    brief: '限量 200 张。',
    rule: { kind: 'threshold', minimumFen: fen(30_000), valueFen: fen(4_000) },
    product: null,
    claim: [12, 42],
    valid: [12, 60],
    quantity: 200,
  },
  {
    ...BASE,
    key: 'late-25',
    name: '夜校满 200 减 25',
    brief: '最后几张，三天内用掉。',
    rule: { kind: 'threshold', minimumFen: fen(20_000), valueFen: fen(2_500) },
    product: null,
    valid: 3,
    quantity: 12,
    perAccountLimit: 5,
  },
  {
    ...BASE,
    key: 'launch-30',
    name: '首发日立减 30',
    brief: '开售当天两张，已被抢光。',
    rule: { kind: 'fixed', valueFen: fen(3_000) },
    product: null,
    quantity: 2,
  },
  {
    ...BASE,
    key: 'lecture-85',
    name: '公开课听众 8.5 折',
    brief: '凭公开课上公布的兑换码领取。',
    rule: { kind: 'percent', offPercent: 85, maxDiscountFen: fen(8_000) },
    channel: 'code',
    product: null,
    valid: 30,
    quantity: 500,
    code: 'GRANDLINE',
  },
  {
    ...BASE,
    key: 'scholar-100',
    name: '学习标兵立减 100',
    brief: '由学校发给每期的学习标兵。',
    rule: { kind: 'fixed', valueFen: fen(10_000) },
    channel: 'grant',
    product: null,
    valid: 90,
  },
];

const times = (count: number, key: string): string[] => Array.from({ length: count }, () => key);

/** What the demo accounts already hold, by username. */
export const WALLETS: Readonly<Record<string, readonly string[]>> = {
  luffy: ['threshold-500', 'percent-90', 'five-yuan', 'python-20', 'postgresql-79', 'expired-10', 'anniversary-150'],
  zoro: ['threshold-500', 'react-30', 'scholar-100', 'launch-30', ...times(5, 'late-25')],
  nami: ['launch-30', ...times(5, 'late-25')],
};
