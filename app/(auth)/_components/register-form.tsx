'use client';

import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input } from '@/components/ui/input';
import { PasswordInput } from '@/components/ui/password-input';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { CREDENTIAL_LIMITS } from '@/lib/domain/account-limits';
import { register } from '../actions';

const { username, password } = CREDENTIAL_LIMITS;

export function RegisterForm({ callbackUrl }: { callbackUrl: string }) {
  const [state, action] = useActionState(register, IDLE);
  return (
    <form action={action} className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field
        name="username"
        label="用户名"
        hint={`${username.min}–${username.max} 个字母、数字或下划线，登录时使用`}
        state={state}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} required />
      </Field>
      <Field name="password" label="密码" hint={`${password.min}–${password.max} 个字符`} state={state}>
        <PasswordInput autoComplete="new-password" required minLength={password.min} />
      </Field>
      <SubmitButton size="lg" className="mt-2 w-full">
        注册
      </SubmitButton>
    </form>
  );
}
