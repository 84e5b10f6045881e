import { ChevronDown } from 'lucide-react';
import { groupDecisions } from '@/lib/domain/combination/group-decisions';
import { formatYuan } from '@/lib/domain/money';
import { priceSteps } from '@/lib/domain/price-steps';
import type { Quote } from '@/lib/domain/settlement';
import { missedSaving } from '@/lib/domain/settlement-best';
import type { SettlementFacts } from '@/lib/domain/settlement-facts';
import type { ComparedProps } from './best-notice';

interface ExplainPriceProps {
  /** As they are shown. */
  facts: SettlementFacts;
  quote: Quote;
  /** As the server has them. */
  compared: ComparedProps;
}

/** 「为什么是这个价」: how the price comes about step by step, and why these coupons and not others. */
export function ExplainPrice({ facts, quote, compared }: ExplainPriceProps) {
  return (
    <details className="group border-t pt-1">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-2 font-medium text-link text-sm [&::-webkit-details-marker]:hidden">
        为什么是这个价
        <ChevronDown aria-hidden className="size-5 shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      <ol className="grid gap-3 pt-1 text-sm">
        {priceSteps(facts, quote).map((step, index) => (
          <li key={step.title}>
            <p className="flex justify-between gap-4 font-medium">
              <span>
                {index + 1}. {step.title}
              </span>
              <span className="tabular-nums">{formatYuan(step.fen)}</span>
            </p>
            {step.sentences.map((sentence) => (
              <p key={sentence} className="text-muted-foreground">
                {sentence}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <WhyTheseCoupons {...compared} />
    </details>
  );
}

function WhyTheseCoupons({ quote, best }: ComparedProps) {
  const missed = missedSaving(quote, best);
  if (best.decisions.length === 0) return null;
  return (
    <div className="mt-4 grid gap-2 border-t pt-3 text-sm">
      <p className="font-medium">最优组合是怎么选出来的</p>
      <p>
        券后应付 {formatYuan(best.payableFen)}，比不用券省 {formatYuan(best.savedFen)}
        {best.savedOverGreedyFen > 0 && `，比每门课各选最大的券再省 ${formatYuan(best.savedOverGreedyFen)}`}。
        {missed > 0 && `现在的选择比它多付 ${formatYuan(missed)}。`}
      </p>
      <ul className="grid list-disc gap-1.5 pl-5 text-muted-foreground">
        {groupDecisions(best.decisions).map(({ sentence, chosen, count }) => (
          <li key={sentence} className={chosen ? 'text-foreground' : undefined}>
            {sentence}
            {count > 1 && `（这样的券有 ${count} 张）`}
          </li>
        ))}
      </ul>
    </div>
  );
}
