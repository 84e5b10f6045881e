'use client';

import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input } from '@/components/ui/input';
import { PasswordInput } from '@/components/ui/password-input';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { CREDENTIAL_LIMITS } from '@/lib/domain/account-limits';
import { resetPassword } from '../actions';

const { min, max } = CREDENTIAL_LIMITS.password;

export function ResetForm({ username }: { username: string }) {
  const [state, action] = useActionState(resetPassword, IDLE);
  return (
    <form action={action} className="grid gap-5">
      <FormMessage state={state} />
      <Field name="username" label="用户名" state={state}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} required defaultValue={username} />
      </Field>
      <Field name="code" label="验证码" hint="微信里收到的 6 位数字" state={state}>
        <Input autoComplete="one-time-code" inputMode="numeric" required />
      </Field>
      <Field name="newPassword" label="新密码" hint={`${min}–${max} 个字符`} state={state}>
        <PasswordInput autoComplete="new-password" required minLength={min} />
      </Field>
      <SubmitButton size="lg" className="mt-2 w-full">
        重设密码
      </SubmitButton>
    </form>
  );
}
