'use client';

import { ChevronDown } from 'lucide-react';
import { useRef } from 'react';
import { CommandForm } from '@/components/forms/command-form';
import { useEarlyInput } from '@/components/forms/use-early-input';
import { Button } from '@/components/ui/button';
import { RadioCard, RadioCards } from '@/components/ui/radio-card';
import { Tabs } from '@/components/ui/tabs';
import { formatYuan } from '@/lib/domain/money';
import type { CouponChoices, CouponOption } from '@/lib/domain/settlement-view';
import { UnusableCoupons } from './unusable-coupons';

/** Longer lists are folded: twenty lines of ten coupons would bury the rest of the page. */
const MOST_UNFOLDED = 4;

interface CouponPickerProps {
  legend: string;
  /** The command, and the line it is about. */
  fields: Readonly<Record<string, string | number>>;
  choices: CouponChoices;
  emptyText: string;
}

/** One coupon or none: sent at once when chosen, or with its button where there is no JavaScript. */
export function CouponPicker(props: CouponPickerProps) {
  const { usable, chosenId } = props.choices;
  if (usable.length <= MOST_UNFOLDED) return <Choices {...props} />;
  const chosen = usable.find((coupon) => coupon.recordId === chosenId);
  return (
    <details className="group">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-md bg-muted px-4 py-2.5 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1">
          {chosen ? chosen.name : '没有使用优惠券'}
          {chosen && <span className="ml-2 font-medium text-success-ink">{minus(chosen)}</span>}
        </span>
        <span className="text-muted-foreground text-sm">{usable.length} 张可用</span>
        <ChevronDown aria-hidden className="size-5 shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      <div className="pt-3">
        <Choices {...props} />
      </div>
    </details>
  );
}

function Choices(props: CouponPickerProps) {
  const { choices, fields, legend } = props;
  const { usable, unusable, chosenId } = choices;
  if (unusable.length === 0) return <UsableCoupons {...props} />;
  const tabs = [
    { id: 'usable', label: `可用（${usable.length}）`, panel: <UsableCoupons {...props} /> },
    {
      id: 'unusable',
      label: `不可用（${unusable.length}）`,
      panel: <UnusableCoupons coupons={unusable} chosenId={chosenId} fields={fields} />,
    },
  ];
  return <Tabs label={legend} tabs={tabs} />;
}

const minus = ({ discountFen }: CouponOption): string => (discountFen === null ? '' : `−${formatYuan(discountFen)}`);

function UsableCoupons({ legend, fields, choices: { usable, chosenId }, emptyText }: CouponPickerProps) {
  const form = useRef<HTMLFormElement>(null);
  useEarlyInput(() => {
    const chosen = form.current?.querySelector<HTMLInputElement>('input:checked');
    if (chosen && !chosen.defaultChecked) form.current?.requestSubmit();
  });
  if (usable.length === 0) return <p className="text-muted-foreground">{emptyText}</p>;
  const submit = (event: React.ChangeEvent<HTMLInputElement>) => event.currentTarget.form?.requestSubmit();
  const isNone = !usable.some((coupon) => coupon.recordId === chosenId);
  return (
    <CommandForm ref={form} fields={fields}>
      <RadioCards legend={legend} hideLegend className="sm:grid-cols-2">
        <RadioCard name="recordId" value="" title="不使用" checked={isNone} onChange={submit} />
        {usable.map((coupon) => (
          <RadioCard
            key={coupon.recordId}
            name="recordId"
            value={coupon.recordId}
            title={coupon.name}
            description={
              <>
                {coupon.rule} <span className="block">至 {coupon.validUntil} 有效</span>
              </>
            }
            aside={<span className="font-medium text-success-ink">{minus(coupon)}</span>}
            checked={coupon.recordId === chosenId}
            onChange={submit}
          />
        ))}
      </RadioCards>
      <noscript>
        <Button type="submit" variant="secondary" className="mt-3">
          使用所选的券
        </Button>
      </noscript>
    </CommandForm>
  );
}
