import { type Fen, formatYuan } from '@/lib/domain/money';
import {
  type LineOption,
  type Outcome,
  outcomeOf,
  type Problem,
  payableOf,
  type RankedCoupon,
  type Selection,
} from './problem';
import type { Decision } from './types';

/** A sentence for every coupon that can be used: what it takes off, or what it would change if it took its place. */
export function explain(problem: Problem, best: Selection): Decision[] {
  const now = outcomeOf(problem, best);
  const decide = (candidate: RankedCoupon, chosen: boolean, words: string): Decision => {
    const { recordId, name, productId } = candidate.coupon;
    return { recordId, name, productId, chosen, sentence: `${chosen ? '选用' : '未用'}「${name}」：${words}` };
  };
  const lines = problem.lines.flatMap(({ options }, i) =>
    options.map((option) => {
      const present = best.lines[i] ?? null;
      if (option === present) return decide(option, true, `这门课减 ${formatYuan(option.discountFen)}`);
      const instead = outcomeOf(problem, { ...best, lines: best.lines.with(i, option) });
      return decide(option, false, insteadOnLine({ option, present, best, now, instead }));
    }),
  );
  const orders = problem.orderCoupons.map((order) => {
    const chosen = order === best.order;
    const words = chosen ? wordsOfOrder(now) : insteadOnOrder(problem, order, best, now);
    return decide(order, chosen, words);
  });
  return [...lines, ...orders];
}

const wordsOfOrder = ({ subtotalFen, payableFen }: Outcome): string =>
  `小计 ${formatYuan(subtotalFen)}，整单减 ${formatYuan(subtotalFen - payableFen)}`;

interface Instead {
  readonly option: LineOption;
  /** What is used on that line. */
  readonly present: LineOption | null;
  readonly best: Selection;
  readonly now: Outcome;
  readonly instead: Outcome;
}

function insteadOnLine({ option, present, best, now, instead }: Instead): string {
  const more = instead.payableFen - now.payableFen;
  const replaced = [present, instead.missed].flatMap((coupon) => (coupon ? [coupon] : []));
  const end =
    more > 0 ? `${instead.missed ? '反而' : ''}多付 ${formatYuan(more)}` : sameWith(now.payableFen, option, replaced);
  if (instead.missed && best.order) {
    return `用了它小计 ${formatYuan(instead.subtotalFen)}，不足满减门槛 ${formatYuan(minimumOf(best.order))}，${end}`;
  }
  const takes = `它减 ${formatYuan(option.discountFen)}`;
  return present
    ? `${takes}，「${present.coupon.name}」减 ${formatYuan(present.discountFen)}，${end}`
    : `${takes}，${end}`;
}

function insteadOnOrder(problem: Problem, order: RankedCoupon, best: Selection, now: Outcome): string {
  const { subtotalFen, payableFen } = now;
  const payable = payableOf(problem, order, subtotalFen);
  const more = (payable ?? subtotalFen) - payableFen;
  if (payable === null) {
    const short = `小计 ${formatYuan(subtotalFen)}，不足它的门槛 ${formatYuan(minimumOf(order))}，用不上`;
    return more > 0 ? `${short}，换它多付 ${formatYuan(more)}` : short;
  }
  const takes = `它减 ${formatYuan(subtotalFen - payable)}`;
  const end = more > 0 ? `多付 ${formatYuan(more)}` : sameWith(payableFen, order, best.order ? [best.order] : []);
  if (!best.order) return `${takes}，${end}`;
  return `${takes}，「${best.order.coupon.name}」减 ${formatYuan(subtotalFen - payableFen)}，${end}`;
}

/** Why a coupon that would come to the same price was left aside for those that it would replace. */
function sameWith(payable: Fen, aside: RankedCoupon, replaced: readonly RankedCoupon[]): string {
  const same = `同样应付 ${formatYuan(payable)}`;
  const [first] = [...replaced].sort((a, b) => a.rank - b.rank);
  if (!first) return `${same}，少用一张券`;
  const { name, validUntil } = first.coupon;
  return validUntil === aside.coupon.validUntil
    ? `${same}，两张同一天到期，先用先领的「${name}」`
    : `${same}，先用先到期的「${name}」（${validUntil}）`;
}

const minimumOf = ({ coupon: { rule } }: RankedCoupon): number => (rule.kind === 'threshold' ? rule.minimumFen : 0);
