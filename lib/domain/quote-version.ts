import { formatValidDays } from './catalogue';
import { formatYuan } from './money';
import type { Quote, QuoteLine } from './settlement';
import type { SettlementFacts } from './settlement-facts';

/**
 * What a student saw, written small enough to travel in the form: compared with the price at the moment of ordering.
 * It is not trusted and prices nothing; a forged one only fails to match. Browsers read it too, so: no schema library.
 */
interface SeenLine {
  /** product, its name, price policy, days, list price (fen), line coupon record, its discount, order share (fen), 贝里, cash */
  readonly p: number;
  readonly t: string;
  readonly y: number;
  readonly v: number;
  readonly l: number;
  readonly c: number | null;
  readonly d: number;
  readonly o: number;
  readonly b: number;
  readonly m: number;
}
interface SeenQuote {
  readonly n: readonly SeenLine[];
  /** The order coupon's record. */
  readonly c: number | null;
}

const MOST_LINES = 50;

/** One thing that is not as it was, as people read it: `「Go 实战」售价`, `¥99.00`, `¥109.00`. */
export interface QuoteDifference {
  readonly what: string;
  readonly before: string;
  readonly now: string;
}

export function quoteVersion(facts: SettlementFacts, quote: Quote): string {
  const known = new Map(facts.lines.map((line) => [line.productId, line]));
  const seen: SeenQuote = {
    n: quote.lines.map((line) => seenLine(line, known.get(line.productId))),
    c: quote.orderCouponRecordId,
  };
  return JSON.stringify(seen);
}

const seenLine = (line: QuoteLine, fact: SettlementFacts['lines'][number] | undefined): SeenLine => ({
  p: line.productId,
  t: fact?.name ?? '课程',
  y: line.pricePolicyId,
  v: fact?.policy.validDays ?? 0,
  l: line.listFen,
  c: line.couponRecordId,
  d: line.lineDiscountFen,
  o: line.orderDiscountFen,
  b: line.beli,
  m: line.cashFen,
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isId = (value: unknown): boolean => value === null || Number.isSafeInteger(value);

function isSeenLine(value: unknown): value is SeenLine {
  if (!isRecord(value) || typeof value['t'] !== 'string' || !isId(value['c'])) return false;
  return ['p', 'y', 'v', 'l', 'd', 'o', 'b', 'm'].every((key) => Number.isSafeInteger(value[key]));
}

function isSeenQuote(value: unknown): value is SeenQuote {
  if (!isRecord(value) || !isId(value['c']) || !Array.isArray(value['n'])) return false;
  return value['n'].length <= MOST_LINES && value['n'].every(isSeenLine);
}

function read(version: string): SeenQuote | null {
  try {
    const value: unknown = JSON.parse(version);
    return isSeenQuote(value) ? value : null;
  } catch {
    return null;
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const cashOf = (quote: SeenQuote): string => formatYuan(total(quote.n.map((line) => line.m)));

const change = (what: string, before: string, now: string): QuoteDifference[] =>
  before === now ? [] : [{ what, before, now }];

/** The same discount by another coupon is a difference too: it is another coupon that will be spent. */
function couponChange(what: string, before: readonly [number | null, number], now: readonly [number | null, number]) {
  const isOther = before[0] !== now[0] && before[1] === now[1];
  return change(what, formatYuan(before[1]), formatYuan(now[1]) + (isOther ? '（换了一张券）' : ''));
}

/**
 * What is different between the version a student saw and the one that holds now, in the order of the page; empty when
 * nothing is. A version nobody can read differs in what is to be paid.
 */
export function quoteDifferences(seenVersion: string, version: string): QuoteDifference[] {
  const now = read(version);
  if (!now) throw new Error('the version that holds now cannot be read');
  const seen = read(seenVersion);
  if (!seen) return [{ what: '应付', before: '页面上的价格已失效', now: cashOf(now) }];
  const share = (quote: SeenQuote) => total(quote.n.map((line) => line.o));
  const beli = (quote: SeenQuote) => String(total(quote.n.map((line) => line.b)));
  return [
    ...lineChanges(seen, now),
    ...couponChange('全场券优惠', [seen.c, share(seen)], [now.c, share(now)]),
    ...change('使用贝里', beli(seen), beli(now)),
    ...change('应付', cashOf(seen), cashOf(now)),
  ];
}

function lineChanges(seen: SeenQuote, now: SeenQuote): QuoteDifference[] {
  const before = new Map(seen.n.map((line) => [line.p, line]));
  const stays = new Set(now.n.map((line) => line.p));
  const changed = now.n.flatMap((line) => {
    const name = `「${line.t}」`;
    const old = before.get(line.p);
    if (!old) return change(name, '不在结算里', formatYuan(line.l));
    return [
      ...change(`${name}有效期`, formatValidDays(old.v), formatValidDays(line.v)),
      ...change(`${name}售价`, formatYuan(old.l), formatYuan(line.l)),
      ...couponChange(`${name}课程券优惠`, [old.c, old.d], [line.c, line.d]),
    ];
  });
  const gone = seen.n.filter((line) => !stays.has(line.p));
  return [...changed, ...gone.flatMap((line) => change(`「${line.t}」`, formatYuan(line.l), '已移出结算'))];
}

/** `「Go 实战」售价由 ¥99.00 变为 ¥109.00`, where there is no room for a table. */
export const describeDifference = ({ what, before, now }: QuoteDifference): string => `${what}由 ${before} 变为 ${now}`;
