'use client';

import { useActionState } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { changePrice } from './actions';

interface PriceFormProps {
  fields: Readonly<Record<string, string | number>>;
  /** As people say it: 3 个月. */
  period: string;
  /** What it costs now, in yuan. */
  yuan: string;
}

/** One price in the table, changed where it stands. */
export function PriceForm({ fields, period, yuan }: PriceFormProps) {
  const [state, send] = useActionState(changePrice, IDLE);
  return (
    <form action={send} className="flex items-start gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        name="price"
        label={<span className="sr-only">{period}的价格（元）</span>}
        state={state}
        className="w-24 gap-0 sm:w-32 [&_p]:pt-1"
      >
        <Input
          defaultValue={yuan}
          inputMode="decimal"
          autoComplete="off"
          required
          className="tabular-nums sm:min-h-9"
        />
      </Field>
      <SubmitButton variant="secondary" size="sm" className="whitespace-nowrap px-3" aria-label={`修改${period}的价格`}>
        改价
      </SubmitButton>
      <ActionNotice state={state} />
    </form>
  );
}
