'use client';

import { startTransition, useOptimistic, useRef } from 'react';
import { CommandForm } from '@/components/forms/command-form';
import { useEarlyInput } from '@/components/forms/use-early-input';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { PolicyChoice } from '@/lib/domain/cart-line';
import { formatValidDays } from '@/lib/domain/catalogue';
import { formatYuan } from '@/lib/domain/money';

interface PolicyFormProps {
  /** The command and the line it is about. */
  fields: Readonly<Record<string, string | number>>;
  productName: string;
  policies: readonly PolicyChoice[];
  /** May be one that is withdrawn and no longer among them. */
  chosenId: number;
}

/** Chooses the validity period of a line: sent at once, or with its button where there is no JavaScript. */
export function PolicyForm({ fields, productName, policies, chosenId }: PolicyFormProps) {
  // Shows the choice while the server is being asked, and goes back if it is refused.
  const [shownId, show] = useOptimistic(chosenId);
  const isOffered = policies.some((policy) => policy.id === shownId);
  const value = isOffered ? String(shownId) : '';
  const select = useRef<HTMLSelectElement>(null);
  const choose = ({ value: chosen, form }: HTMLSelectElement) => {
    startTransition(() => show(Number(chosen)));
    form?.requestSubmit();
  };
  useEarlyInput(() => {
    if (select.current && select.current.value !== value) choose(select.current);
  });
  return (
    <CommandForm fields={fields} className="flex max-w-96 flex-wrap items-center gap-2">
      <Select
        name="pricePolicyId"
        aria-label={`「${productName}」的有效期`}
        ref={select}
        value={value}
        onChange={(event) => choose(event.currentTarget)}
        className="min-w-[min(100%,11rem)] max-w-64 flex-1"
        required
      >
        {!isOffered && (
          <option value="" disabled>
            请选择有效期
          </option>
        )}
        {policies.map((policy) => (
          <option key={policy.id} value={policy.id}>
            {formatValidDays(policy.validDays)} · {formatYuan(policy.priceFen)}
          </option>
        ))}
      </Select>
      <noscript>
        <Button type="submit" variant="secondary">
          更新
        </Button>
      </noscript>
    </CommandForm>
  );
}
