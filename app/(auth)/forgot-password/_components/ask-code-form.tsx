'use client';

import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { askCode } from '../actions';

export function AskCodeForm() {
  const [state, action] = useActionState(askCode, IDLE);
  return (
    <form action={action} className="grid gap-5">
      <FormMessage state={state} />
      <Field name="username" label="用户名" state={state}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} required />
      </Field>
      <SubmitButton size="lg" className="mt-2 w-full">
        发送验证码
      </SubmitButton>
    </form>
  );
}
