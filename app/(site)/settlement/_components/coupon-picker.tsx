'use client';

import type { ReactNode } from 'react';
import { CommandForm } from '@/components/forms/command-form';
import { Button } from '@/components/ui/button';
import { RadioCard, RadioCards } from '@/components/ui/radio-card';
import { formatYuan } from '@/lib/domain/money';
import type { CouponOption } from '@/lib/domain/settlement-view';

interface CouponPickerProps {
  legend: ReactNode;
  /** Where a heading above says it already. */
  hideLegend?: boolean;
  /** The command, and the line it is about. */
  fields: Readonly<Record<string, string | number>>;
  coupons: readonly CouponOption[];
  chosenId: number | null;
  emptyText?: string;
}

/** One coupon or none: sent at once when chosen, or with its button where there is no JavaScript. */
export function CouponPicker({ legend, fields, coupons, chosenId, emptyText, hideLegend = false }: CouponPickerProps) {
  if (coupons.length === 0) return <p className="text-muted-foreground">{emptyText}</p>;
  return (
    <CommandForm fields={fields} onChange={(event) => event.currentTarget.requestSubmit()}>
      <RadioCards legend={legend} hideLegend={hideLegend} className="sm:grid-cols-2">
        <RadioCard name="recordId" value="" title="不使用" defaultChecked={chosenId === null} />
        {coupons.map((coupon) => (
          <CouponCard key={coupon.recordId} coupon={coupon} isChosen={coupon.recordId === chosenId} />
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

function CouponCard({ coupon, isChosen }: { coupon: CouponOption; isChosen: boolean }) {
  const { recordId, name, rule, validUntil, discountFen, refusal } = coupon;
  return (
    <RadioCard
      name="recordId"
      value={recordId}
      title={name}
      description={
        <>
          {rule} · <span className="inline-block">{refusal ?? `至 ${validUntil}`}</span>
        </>
      }
      aside={discountFen !== null && <span className="font-medium text-success-ink">−{formatYuan(discountFen)}</span>}
      defaultChecked={isChosen}
      disabled={refusal !== null}
    />
  );
}
