'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useActionState, useEffect } from 'react';
import { ME_KEY } from '@/components/queries/me';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { CREDENTIAL_LIMITS } from '@/lib/domain/account-limits';
import { chooseUsername } from '../actions';

const { min, max } = CREDENTIAL_LIMITS.username;

/** The user name, chosen once in the place of the made-up one. */
export function UsernameForm({ current }: { current: string }) {
  const [state, action] = useActionState(chooseUsername, IDLE);
  const queryClient = useQueryClient();
  useEffect(() => {
    if (state.status === 'done') void queryClient.invalidateQueries({ queryKey: ME_KEY });
  }, [state, queryClient]);
  return (
    <form action={action} className="grid gap-4">
      <FormMessage state={state} />
      <Field
        name="username"
        label="用户名"
        hint={`现在是 ${current}。${min}–${max} 个字母、数字或下划线，只能设置一次`}
        state={state}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} required />
      </Field>
      <SubmitButton className="justify-self-start">设置用户名</SubmitButton>
    </form>
  );
}
