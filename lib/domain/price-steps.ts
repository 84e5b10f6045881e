import { formatValidDays } from './catalogue';
import { describeRule } from './coupon';
import { beliToFen, type Fen, formatYuan, subtractFen } from './money';
import type { Quote } from './settlement';
import type { SettlementFacts } from './settlement-facts';

/** One step from the list price to what is to be paid. */
export interface PriceStep {
  readonly title: string;
  /** What the step comes to: the first and the last an amount, those between what they take off. */
  readonly fen: Fen;
  /** How it comes about, a sentence each. */
  readonly sentences: readonly string[];
}

/** 「为什么是这个价」: list price → line coupons → order coupon → 贝里 → cash, as the pipeline went. */
export function priceSteps(facts: SettlementFacts, quote: Quote): PriceStep[] {
  const names = new Map(facts.wallet.map((coupon) => [coupon.recordId, coupon]));
  const nameOf = (recordId: number): string => {
    const coupon = names.get(recordId);
    return coupon ? `「${coupon.name}」（${describeRule(coupon.rule)}）` : '优惠券';
  };
  return [
    { title: '原价', fen: quote.listFen, sentences: listSentences(facts, quote) },
    { title: '课程券', fen: quote.lineDiscountFen, sentences: lineSentences(facts, quote, nameOf) },
    { title: '全场券', fen: quote.orderDiscountFen, sentences: [orderSentence(quote, nameOf)] },
    { title: '贝里', fen: beliToFen(quote.beli), sentences: [beliSentence(quote)] },
    { title: '应付', fen: quote.cashFen, sentences: [cashSentence(quote)] },
  ];
}

const nameIn = (facts: SettlementFacts, productId: number): string =>
  `「${facts.lines.find((line) => line.productId === productId)?.name ?? '课程'}」`;

const listSentences = (facts: SettlementFacts, quote: Quote): string[] =>
  quote.lines.map((line) => {
    const days = facts.lines.find(({ productId }) => productId === line.productId)?.policy.validDays ?? 0;
    return `${nameIn(facts, line.productId)}${formatValidDays(days)}：${formatYuan(line.listFen)}`;
  });

function lineSentences(facts: SettlementFacts, quote: Quote, nameOf: (recordId: number) => string): string[] {
  const used = quote.lines.flatMap((line) => {
    if (line.couponRecordId === null) return [];
    const left = subtractFen(line.listFen, line.lineDiscountFen);
    const coupon = nameOf(line.couponRecordId);
    const sum = `${formatYuan(line.listFen)} − ${formatYuan(line.lineDiscountFen)} = ${formatYuan(left)}`;
    return [`${nameIn(facts, line.productId)}用${coupon}：${sum}`];
  });
  return used.length > 0 ? used : ['没有使用课程券'];
}

function orderSentence(quote: Quote, nameOf: (recordId: number) => string): string {
  const subtotal = `小计 ${formatYuan(quote.subtotalFen)}`;
  if (quote.orderCouponRecordId === null) return `${subtotal}，没有使用全场券`;
  const left = formatYuan(subtractFen(quote.subtotalFen, quote.orderDiscountFen));
  const sum = `${formatYuan(quote.subtotalFen)} − ${formatYuan(quote.orderDiscountFen)} = ${left}`;
  const share = quote.lines.length > 1 ? '，按各门课程券后的价格分摊' : '';
  return `${subtotal}，用${nameOf(quote.orderCouponRecordId)}：${sum}${share}`;
}

function beliSentence({ beli, maxBeli }: Quote): string {
  if (beli === 0) return `没有使用贝里（本单最多可用 ${maxBeli} 个）`;
  return `用 ${beli} 个贝里，每 10 个抵 ¥1.00，抵 ${formatYuan(beliToFen(beli))}`;
}

const cashSentence = ({ cashFen }: Quote): string =>
  cashFen === 0 ? '无需支付，提交后直接开通' : `以上相减，支付 ${formatYuan(cashFen)}`;
