import { Badge } from '@/components/ui/badge';
import { Price } from '@/components/ui/price';
import { RadioCard, RadioCards } from '@/components/ui/radio-card';
import { formatValidDays } from '@/lib/domain/catalogue';
import { formatYuan } from '@/lib/domain/money';
import { fenPerDay, type PriceChoice } from '@/lib/domain/price-choice';

interface PolicyCardsProps {
  policies: readonly PriceChoice[];
  chosenId: number | undefined;
  recommendedId: number | undefined;
  onChoose: (id: number) => void;
}

/** The validity periods with their prices, as native radio buttons named pricePolicyId. */
export function PolicyCards({ policies, chosenId, recommendedId, onChoose }: PolicyCardsProps) {
  return (
    <RadioCards legend="选择有效期">
      {policies.map((policy) => (
        <RadioCard
          key={policy.id}
          name="pricePolicyId"
          value={policy.id}
          required
          // Not `checked`: the form is reset after each answer, and this is what it is reset to.
          defaultChecked={policy.id === chosenId}
          onChange={() => onChoose(policy.id)}
          title={
            <span className="flex flex-wrap items-center gap-2">
              {formatValidDays(policy.validDays)}
              {policy.id === recommendedId && policies.length > 1 && <Badge tone="primary">推荐</Badge>}
            </span>
          }
          description={policy.priceFen > 0 && `约 ${formatYuan(fenPerDay(policy))} / 天`}
          aside={<Price fen={policy.priceFen} />}
        />
      ))}
    </RadioCards>
  );
}
