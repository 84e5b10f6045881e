import { z } from 'zod';
import { formatYuan } from './money';
import type { Quote } from './settlement';

/**
 * What a student saw, written small enough to travel in the form: compared with the price at the moment of ordering.
 * It is not trusted and prices nothing; a forged one only fails to match.
 */
const seenLine = z.object({
  /** product, price policy, list price (fen), line coupon record, line discount, order discount share (fen), 贝里, cash (fen) */
  p: z.int(),
  y: z.int(),
  l: z.int(),
  c: z.int().nullable(),
  d: z.int(),
  o: z.int(),
  b: z.int(),
  m: z.int(),
});
const seenQuote = z.object({ n: z.array(seenLine).max(50), c: z.int().nullable() });

export function quoteVersion(quote: Quote): string {
  const lines = quote.lines.map((line) => ({
    p: line.productId,
    y: line.pricePolicyId,
    l: line.listFen,
    c: line.couponRecordId,
    d: line.lineDiscountFen,
    o: line.orderDiscountFen,
    b: line.beli,
    m: line.cashFen,
  }));
  return JSON.stringify({ n: lines, c: quote.orderCouponRecordId } satisfies z.input<typeof seenQuote>);
}

function read(version: string): z.infer<typeof seenQuote> | null {
  try {
    return seenQuote.safeParse(JSON.parse(version)).data ?? null;
  } catch {
    return null;
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function change(what: string, before: number, now: number, show: (value: number) => string): string[] {
  return before === now ? [] : [`${what}由 ${show(before)} 变为 ${show(now)}`];
}

/** What changed since the student looked, a sentence each; empty when nothing did. `names`: product id → name. */
export function quoteChanges(seenVersion: string, quote: Quote, names: ReadonlyMap<number, string>): string[] {
  if (seenVersion === quoteVersion(quote)) return [];
  const seen = read(seenVersion);
  if (!seen) return ['页面上的价格已失效，请核对最新金额'];
  const before = new Map(seen.n.map((line) => [line.p, line]));
  const now = new Set(quote.lines.map((line) => line.productId));
  const name = (productId: number) => `「${names.get(productId) ?? '课程'}」`;

  const lines = quote.lines.flatMap((line) => {
    const old = before.get(line.productId);
    if (!old) return [`${name(line.productId)}已加入结算`];
    return [
      ...(old.y === line.pricePolicyId ? [] : [`${name(line.productId)}换了有效期`]),
      ...change(`${name(line.productId)}售价`, old.l, line.listFen, formatYuan),
      ...change(`${name(line.productId)}课程券优惠`, old.d, line.lineDiscountFen, formatYuan),
    ];
  });
  const gone = seen.n.filter((line) => !now.has(line.p)).map((line) => `${name(line.p)}已移出结算`);
  const whole = [
    ...change('全场券优惠', total(seen.n.map((line) => line.o)), quote.orderDiscountFen, formatYuan),
    ...change('使用贝里', total(seen.n.map((line) => line.b)), quote.beli, String),
    ...change('应付', total(seen.n.map((line) => line.m)), quote.cashFen, formatYuan),
  ];
  const all = [...lines, ...gone, ...whole];
  return all.length > 0 ? all : ['优惠券有变化，请核对后再提交'];
}
