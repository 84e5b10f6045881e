'use client';

import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';

interface RedeemFormProps {
  redeem: (previous: ActionState, form: FormData) => Promise<ActionState>;
}

/** Takes a coupon by its code. */
export function RedeemForm({ redeem }: RedeemFormProps) {
  const [state, action] = useActionState(redeem, IDLE);
  return (
    <form action={action} className="grid gap-3">
      <Field name="voucher" label="兑换码" state={state} hint="字母不分大小写">
        <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={60} required />
      </Field>
      <SubmitButton variant="secondary" className="justify-self-start">
        兑换
      </SubmitButton>
      {state.status === 'done' && <FormMessage state={state} />}
      {state.status === 'failed' && !state.fieldErrors.voucher && <FormMessage state={state} />}
    </form>
  );
}
