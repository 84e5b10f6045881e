import { CommandForm } from '@/components/forms/command-form';
import { Alert } from '@/components/ui/alert';
import { cn } from '@/components/ui/cn';
import { SubmitButton } from '@/components/ui/submit-button';
import type { BestCombination } from '@/lib/domain/best-combination';
import { formatYuan } from '@/lib/domain/money';
import type { Quote } from '@/lib/domain/settlement';
import { missedSaving } from '@/lib/domain/settlement-best';
import type { SettlementFacts } from '@/lib/domain/settlement-facts';

export interface ComparedProps {
  /** As the server has them: what is best was found for these. */
  facts: SettlementFacts;
  quote: Quote;
  best: BestCombination;
}

/** Whether the coupons in use are the best ones, and the way back to them. Announced when it changes. */
export function BestNotice({ facts, quote, best, isPending }: ComparedProps & { isPending: boolean }) {
  const missed = missedSaving(quote, best);
  const isOwn = facts.couponChoice === 'own';
  const saved = formatYuan(best.savedFen);
  return (
    // Out of the flow rather than hidden when empty: a hidden region is not listened to.
    <div aria-live="polite" className={cn('transition-opacity empty:absolute', isPending && 'opacity-60')}>
      {missed > 0 && (
        <Alert tone="warning" title={`有更划算的用券组合，可再省 ${formatYuan(missed)}`}>
          <WithButton text={isOwn ? '现在用的是你自己选的券。' : '你的卡包或价格有了变化，最优组合已经不同。'} />
        </Alert>
      )}
      {missed === 0 && isOwn && best.savedFen > 0 && (
        <Alert tone="info" title="你选的券已经是最低价">
          <WithButton text={`比不用券省 ${saved}。`} />
        </Alert>
      )}
      {missed === 0 && !isOwn && best.savedFen > 0 && (
        <Alert tone="success">已为你用上最划算的优惠券组合，省 {saved}</Alert>
      )}
    </div>
  );
}

function WithButton({ text }: { text: string }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p>{text}</p>
      <CommandForm fields={{ intent: 'best-coupons' }}>
        <SubmitButton variant="secondary" size="sm">
          恢复最优
        </SubmitButton>
      </CommandForm>
    </div>
  );
}
