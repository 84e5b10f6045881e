'use client';

import type { ComponentProps } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ActionState } from '@/lib/action-state';
import type { CouponDraft } from '@/lib/domain/admin/coupon-draft';
import type { DraftProps } from './draft-from';

type TextName = Exclude<keyof CouponDraft, 'kind' | 'channel' | 'validity'>;

type DraftInputProps = DraftProps &
  Pick<ComponentProps<typeof Field>, 'label' | 'hint' | 'optional' | 'className'> & {
    name: TextName;
    state: ActionState;
    input?: Omit<ComponentProps<'input'>, 'name' | 'value' | 'onChange'>;
  };

/** One text of the form. */
export function DraftInput({ draft, change, name, state, input, ...field }: DraftInputProps) {
  return (
    <Field name={name} state={state} {...field}>
      <Input
        autoComplete="off"
        {...input}
        value={draft[name]}
        onChange={({ target }) => change({ [name]: target.value })}
      />
    </Field>
  );
}
